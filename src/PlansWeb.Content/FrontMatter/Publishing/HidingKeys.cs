using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.FrontMatter.Publishing;

/// <summary>
/// The keys that hide a page, and what editors write instead of them. A closed list: the four keys in any case and with any separators, or with
/// one letter wrong; French and foreign words for the same; the keys one level too deep. Only a value that would hide counts, so that a key of
/// the editor's own (<c>craft: bois</c>) stays one. Each file is read for itself, before the cascade: what it says is inherited as the key that
/// was meant, and reported once.
/// </summary>
/// <param name="clock">Tells whether a date is still to come.</param>
internal sealed partial class HidingKeys(TimeProvider clock)
{
    /// <summary>Not public.</summary>
    public const string Draft = "draft";

    /// <summary>Listed nowhere.</summary>
    public const string Unlisted = "unlisted";

    /// <summary>Public from then on.</summary>
    public const string PublishDate = "publishDate";

    /// <summary>Public until then.</summary>
    public const string ExpiryDate = "expiryDate";

    /// <summary>The four keys.</summary>
    public static readonly IReadOnlyList<string> Names = [Draft, Unlisted, PublishDate, ExpiryDate];

    private static readonly string[] s_folded = [.. Names.Select(static name => name.ToLowerInvariant())];

    // Maps below which a hiding key was meant to stand one level higher.
    private static readonly string[] s_parents =
    [
        "eleventyNavigation", "eleventyComputed", "page", "params", "extra", "meta", "metadata", "options", "settings", "publication", "publish", "visibility", "frontmatter",
    ];

    // Values of a state that say that the page is not to be read, as Folded gives them.
    private static readonly HashSet<string> s_hiddenStates = new(StringComparer.Ordinal)
    {
        "draft", "drafts", "brouillon", "brouillons", "enbrouillon", "hidden", "private", "prive", "privee", "masque", "masquee", "cachee", "unpublished", "notpublished", "nonpublie", "nonpubliee",
        "nepaspublier", "pending", "scheduled", "programme", "programmee", "trash", "corbeille", "wip", "embargo", "sousembargo",
    };

    // Values that say « not yet » of a page that is to be published.
    private static readonly HashSet<string> s_notYet = new(StringComparer.Ordinal)
    {
        "jamais", "never", "pasencore", "notyet", "bientot", "soon", "later", "plustard", "avenir", "pasmaintenant",
    };

    // Written as Folded gives them.
    private static readonly Dictionary<string, Sense> s_senses = new(StringComparer.Ordinal)
    {
        ["drafts"] = Sense.Hides,
        ["isdraft"] = Sense.Hides,
        ["brouillon"] = Sense.Hides,
        ["brouillons"] = Sense.Hides,
        ["hidden"] = Sense.Hides,
        ["hide"] = Sense.Hides,
        ["ishidden"] = Sense.Hides,
        ["masque"] = Sense.Hides,
        ["masquee"] = Sense.Hides,
        ["masquer"] = Sense.Hides,
        ["cachee"] = Sense.Hides,
        ["cacher"] = Sense.Hides,
        ["private"] = Sense.Hides,
        ["prive"] = Sense.Hides,
        ["privee"] = Sense.Hides,
        ["unpublished"] = Sense.Hides,
        ["nonpublie"] = Sense.Hides,
        ["nonpubliee"] = Sense.Hides,
        ["nepaspublier"] = Sense.Hides,
        ["enbrouillon"] = Sense.Hides,
        ["estbrouillon"] = Sense.Hides,
        ["estunbrouillon"] = Sense.Hides,
        ["modebrouillon"] = Sense.Hides,
        ["draftmode"] = Sense.Hides,
        ["estcachee"] = Sense.Hides,
        ["estmasquee"] = Sense.Hides,
        ["isprivate"] = Sense.Hides,
        ["notpublished"] = Sense.Hides,
        ["unpublish"] = Sense.Hides,
        ["depublier"] = Sense.Hides,
        ["depublie"] = Sense.Hides,
        ["depubliee"] = Sense.Hides,
        ["horsligne"] = Sense.Hides,
        ["embargo"] = Sense.Hides,
        ["sousembargo"] = Sense.Hides,
        ["scheduled"] = Sense.Hides,
        ["offline"] = Sense.Hides,
        ["published"] = Sense.Shows,
        ["publish"] = Sense.Shows,
        ["ispublished"] = Sense.Shows,
        ["publie"] = Sense.Shows,
        ["publiee"] = Sense.Shows,
        ["publier"] = Sense.Shows,
        ["public"] = Sense.Shows,
        ["publique"] = Sense.Shows,
        ["visible"] = Sense.Shows,
        ["enligne"] = Sense.Shows,
        ["mettreenligne"] = Sense.Shows,
        ["publication"] = Sense.Shows,
        ["misenligne"] = Sense.Shows,
        ["miseenligne"] = Sense.Shows,
        ["apublier"] = Sense.Shows,
        ["estpublie"] = Sense.Shows,
        ["estpubliee"] = Sense.Shows,
        ["ispublic"] = Sense.Shows,
        ["isvisible"] = Sense.Shows,
        ["online"] = Sense.Shows,
        ["nonlistee"] = Sense.Unlists,
        ["nonliste"] = Sense.Unlists,
        ["isunlisted"] = Sense.Unlists,
        ["listed"] = Sense.Lists,
        ["listee"] = Sense.Lists,
        ["publisheddate"] = Sense.Opens,
        ["publicationdate"] = Sense.Opens,
        ["pubdate"] = Sense.Opens,
        ["publishat"] = Sense.Opens,
        ["publishon"] = Sense.Opens,
        ["publishfrom"] = Sense.Opens,
        ["publishedat"] = Sense.Opens,
        ["datepublication"] = Sense.Opens,
        ["datedepublication"] = Sense.Opens,
        ["publierle"] = Sense.Opens,
        ["apublierle"] = Sense.Opens,
        ["publierapartirdu"] = Sense.Opens,
        ["datepublished"] = Sense.Opens,
        ["publishedon"] = Sense.Opens,
        ["publicationstart"] = Sense.Opens,
        ["visiblefrom"] = Sense.Opens,
        ["golive"] = Sense.Opens,
        ["scheduledat"] = Sense.Opens,
        ["embargountil"] = Sense.Opens,
        ["embargojusquau"] = Sense.Opens,
        ["datemiseenligne"] = Sense.Opens,
        ["datedemiseenligne"] = Sense.Opens,
        ["miseenlignele"] = Sense.Opens,
        ["mettreenlignele"] = Sense.Opens,
        ["dateparution"] = Sense.Opens,
        ["datedeparution"] = Sense.Opens,
        ["expirationdate"] = Sense.Closes,
        ["expiredate"] = Sense.Closes,
        ["expireson"] = Sense.Closes,
        ["unpublishdate"] = Sense.Closes,
        ["dateexpiration"] = Sense.Closes,
        ["datedexpiration"] = Sense.Closes,
        ["expiresat"] = Sense.Closes,
        ["expiredat"] = Sense.Closes,
        ["expirele"] = Sense.Closes,
        ["unpublishat"] = Sense.Closes,
        ["unpublishon"] = Sense.Closes,
        ["depublierle"] = Sense.Closes,
        ["visibleuntil"] = Sense.Closes,
        ["publicationend"] = Sense.Closes,
        ["finpublication"] = Sense.Closes,
        ["findepublication"] = Sense.Closes,
        ["datefinpublication"] = Sense.Closes,
        ["datedefindepublication"] = Sense.Closes,
        ["status"] = Sense.Status,
        ["statut"] = Sense.Status,
        ["state"] = Sense.Status,
        ["etat"] = Sense.Status,
        ["poststatus"] = Sense.Status,
        ["publicationstatus"] = Sense.Status,
        ["statutpublication"] = Sense.Status,
        ["statutdepublication"] = Sense.Status,
        ["visibility"] = Sense.Status,
        ["visibilite"] = Sense.Status,
        ["access"] = Sense.Status,
        ["acces"] = Sense.Status,
    };

    private enum Sense
    {
        Hides,
        Shows,
        Unlists,
        Lists,
        Opens,
        Closes,
        Status,
    }

    /// <summary>Whether a key is one of the four but for its capitals and separators, or the French word for a draft.</summary>
    public static bool IsMeant(string key) => Folded(key) is var folded && (folded is "brouillon" || Exact(folded) is not null);

    /// <summary>Whether a key is one of the four, or nearly.</summary>
    public static bool IsNearly(string key) => IsMeant(key) || Near(Folded(key)) is not null;

    /// <summary>
    /// Whether a line of a text says that the page is not to be published: one of the keys with a value that hides, and no sentence (« Brouillon : la
    /// version de mars »).
    /// </summary>
    public static bool IsHidingLine(string line)
    {
        if (Line().Match(line) is not { Success: true } match || !IsMeant(match.Groups["key"].Value))
        {
            return false;
        }

        var value = match.Groups["value"].Value;
        if (Answer.Of(value) is not null || !match.Groups["sign"].Success)
        {
            return Answer.Of(value) is true;
        }

        // « draft: à revoir », and no sentence.
        return value.Length == 0 ? char.IsLower(line[0])
            : Exact(Folded(match.Groups["key"].Value)) is not null and not Draft || (match.Groups["key"].Value is Draft && value.Count(char.IsWhiteSpace) < 2);
    }

    /// <summary>Whether a line says so with another word for one of the keys.</summary>
    public static bool IsSynonym(string line) =>
        Line().Match(line) is { Success: true } match && s_senses.TryGetValue(Folded(match.Groups["key"].Value), out var sense) && match.Groups["value"].Value is var value && sense switch
        {
            Sense.Hides or Sense.Unlists => Answer.Of(value) is true,
            Sense.Shows or Sense.Lists => Answer.Of(value) is false,
            Sense.Status => s_hiddenStates.Contains(Folded(value)),
            _ => WrittenDate.Read(value) is not null,
        };

    /// <summary>Gives a file's data with the keys that were meant, and reports those that were not the right ones.</summary>
    /// <param name="data">The data that one file wrote.</param>
    /// <param name="problems">Where problems are reported.</param>
    public DataMap Mend(DataMap data, DiagnosticLog problems)
    {
        Dictionary<string, DataNode>? mended = null;
        foreach (var (key, value) in data.Entries)
        {
            if (!FrontMatterReader.Keys.Contains(key) && !Names.Contains(key, StringComparer.Ordinal))
            {
                Take(key.StartsWith(DataCascade.Override, StringComparison.Ordinal) ? key[DataCascade.Override.Length..] : key, value, parent: null);
            }
        }

        foreach (var parent in s_parents)
        {
            foreach (var (key, value) in (data[parent] as DataMap)?.Entries ?? DataMap.Empty.Entries)
            {
                // A function is computed for each page.
                if (value is not DataScalar { Value: not (null or string), Text.Length: 0 })
                {
                    Take(key, value, parent);
                }
            }
        }

        return mended is null ? data : new DataMap(mended, data.Position);

        void Take(string key, DataNode value, string? parent)
        {
            if (Meant(key, value, parent) is not { } meant)
            {
                return;
            }

            mended ??= data.Entries.ToDictionary(StringComparer.Ordinal);
            Add(mended, meant);
            Report(problems, parent is null ? key : $"{key} » sous « {parent}", value.Position, meant);
        }
    }

    /// <summary>Looks for hiding keys in the lines of a text that could not be read as data, or not all of it.</summary>
    /// <param name="data">What could be read.</param>
    /// <param name="text">The text as it was written.</param>
    /// <param name="firstLine">Line of the file on which it begins.</param>
    /// <param name="problems">What was found wrong with it, and where more is reported.</param>
    public DataMap MendLines(DataMap data, string text, int firstLine, DiagnosticLog problems)
    {
        var faults = problems.Problems.Where(static problem => IsUnreadable(problem.Rule)).Select(static problem => problem.Line).ToHashSet();
        var isRead = faults.Count == 0 && (text.TrimStart().StartsWith('{') || CountKeys(text) <= data.Entries.Count);
        if (isRead && !text.Contains('|', StringComparison.Ordinal) && !text.Contains('>', StringComparison.Ordinal))
        {
            return data;
        }

        Dictionary<string, DataNode>? mended = null;
        var isText = false;
        var line = firstLine - 1;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            line++;
            var written = text[range];
            var isOuter = written.Length > 0 && !char.IsWhiteSpace(written[0]);
            isText = isOuter ? TextBlock().IsMatch(written) : isText;
            if (!(isOuter && !isRead) && !faults.Contains(line) && !(isText && !isOuter && IsHidingLine(written.Trim())))
            {
                continue;
            }

            foreach (var meant in InLine(written, line).Where(meant => !Hides(mended is null ? data[meant.Key] : mended.GetValueOrDefault(meant.Key), meant)).ToList())
            {
                mended ??= data.Entries.ToDictionary(StringComparer.Ordinal);
                Add(mended, meant);
                Report(problems, written.Trim(), new SourcePosition("", line, 1), meant);
            }
        }

        return mended is null ? data : new DataMap(mended, data.Position);
    }

    /// <summary>Whether a line of a text would hide a page.</summary>
    public bool HasHidingLine(string text) => text.Split('\n').Any(line => InLine(line, 1).Any());

    private static bool IsUnreadable(DiagnosticRule rule) =>
        rule == DiagnosticRules.Yaml || rule == DiagnosticRules.Json || rule == DiagnosticRules.TooLarge || rule == DiagnosticRules.DuplicateKey
        || rule == DiagnosticRules.FrontMatterFence || rule == DiagnosticRules.GitConflict;

    // Lines that begin with a letter or a quote are keys; where there are more of them than keys, a text has swallowed some.
    private static int CountKeys(string text)
    {
        var count = 0;
        for (var at = 0; at < text.Length; at = text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length)
        {
            count += char.IsLetter(text[at]) || text[at] is '"' or '\'' or '_' ? 1 : 0;
        }

        return count;
    }

    // JSON and YAML's braces have several keys on a line.
    private IEnumerable<(string Key, DataNode Value)> InLine(string written, int line) =>
        (written.Contains('{', StringComparison.Ordinal) || written.TrimStart().StartsWith('"') ? written.Split('{', ',', '}') : [written])
        .Select(part => InPart(part, line)).OfType<(string Key, DataNode Value)>();

    private (string Key, DataNode Value)? InPart(string written, int line)
    {
        if (Line().Match(written) is not { Success: true } match)
        {
            return null;
        }

        var text = match.Groups["value"].Value.Trim('"', '\'');
        var value = new DataScalar(text.Length == 0 ? null : text, text, new SourcePosition("", line, match.Groups["value"].Index + 1));
        var key = match.Groups["key"].Value;

        // The key alone on its line says it too.
        var isAlone = text.Length == 0 && char.IsLetter(written[0]) && Exact(Folded(key)) is Draft or Unlisted;
        if (!match.Groups["sign"].Success && !isAlone && Answer.Of(value) is not true && WrittenDate.Read(text) is null)
        {
            // Words of a sentence.
            return null;
        }

        return Names.Contains(key, StringComparer.Ordinal) ? Named(key, value) : Meant(key, value, parent: null);
    }

    // What is there hides already, or says the same.
    private static bool Hides(DataNode? there, (string Key, DataNode Value) meant) => there switch
    {
        null => false,
        DataScalar scalar when meant.Key is PublishDate or ExpiryDate => scalar.Text.Trim() == ((DataScalar)meant.Value).Text.Trim(),
        _ => Answer.Of(there) is not false,
    };

    // The right key and the wrong one: where they do not agree, nobody can tell which one counts.
    private static void Add(Dictionary<string, DataNode> data, (string Key, DataNode Value) meant)
    {
        var isDoubled = meant.Key is PublishDate or ExpiryDate && data.ContainsKey(meant.Key);
        data[isDoubled ? Draft : meant.Key] = isDoubled ? Yes(meant.Value) : meant.Value;
    }

    private static void Report(DiagnosticLog problems, string written, SourcePosition position, (string Key, DataNode Value) meant)
    {
        var line = meant is { Key: PublishDate or ExpiryDate, Value: DataScalar scalar }
            ? $"{meant.Key}: {WrittenDate.Read(scalar.Text)?.Iso ?? "AAAA-MM-JJ"}" : $"{meant.Key}: true";
        problems.ReportAt(DiagnosticRules.HidingKey, position,
            $"« {written} » semble vouloir cacher la page, mais le site attend « {meant.Key} »\u00a0: par prudence, elle est traitée comme si c’était « {line} ».",
            $"Vouliez-vous dire « {line} »\u00a0? Écrivez-le ainsi, au bord gauche de l’en-tête\u00a0; sinon, retirez la ligne ou donnez à la clé un autre nom.");
    }

    private (string Key, DataNode Value)? Meant(string key, DataNode value, string? parent)
    {
        var folded = Folded(key);
        if (Exact(folded) is { } exact)
        {
            return Named(exact, value);
        }

        // A map of the menu may well have a `hidden` of its own.
        if (s_senses.TryGetValue(folded, out var sense))
        {
            return parent is null || folded is "brouillon" ? Sensed(sense, value) : null;
        }

        // « caché », but not the cache of a program.
        if (parent is null && folded == "cache" && key.Contains('é', StringComparison.OrdinalIgnoreCase))
        {
            return Sensed(Sense.Hides, value);
        }

        return Near(folded) switch
        {
            Draft or Unlisted when !(value is DataScalar { Value: null } || Answer.Of(value) is true) => null,
            { } near => Named(near, value),
            null => null,
        };
    }

    // The key itself: whatever is no « no » hides, and a date that is past does not.
    private (string Key, DataNode Value)? Named(string key, DataNode value) => key switch
    {
        PublishDate => value is DataScalar scalar && WrittenDate.Read(scalar.Text) is { } date && date.Opening <= clock.GetUtcNow() ? null : (key, value),
        ExpiryDate => (key, value),
        _ => Answer.Of(value) is false ? null : (key, Yes(value)),
    };

    private (string Key, DataNode Value)? Sensed(Sense sense, DataNode value)
    {
        var date = value is DataScalar scalar ? WrittenDate.Read(scalar.Text) : null;
        var isText = value is DataScalar { Text.Length: > 0 };
        return sense switch
        {
            // As an empty `draft:` does.
            Sense.Hides when value is DataScalar { Value: null } || Answer.Of(value) is true => (Draft, Yes(value)),
            Sense.Unlists when Answer.Of(value) is true => (Unlisted, Yes(value)),
            Sense.Shows when Answer.Of(value) is false || (isText && s_notYet.Contains(Folded(((DataScalar)value).Text))) => (Draft, Yes(value)),
            Sense.Lists when Answer.Of(value) is false => (Unlisted, Yes(value)),
            Sense.Hides or Sense.Shows or Sense.Opens when date is { } opens && opens.Opening > clock.GetUtcNow() => (PublishDate, value),
            Sense.Opens when date is null && isText && MayBeToCome(((DataScalar)value).Text) => (Draft, Yes(value)),
            // A number of four digits may be one of seconds.
            Sense.Closes when date is not null && ((DataScalar)value).Text.Trim().Length > 4 => (ExpiryDate, value),
            Sense.Status when isText && s_hiddenStates.Contains(Folded(((DataScalar)value).Text)) => (Draft, Yes(value)),
            _ => null,
        };
    }

    // A day that cannot be read, in a year that has not begun.
    private bool MayBeToCome(string text) => Year().Match(text) is { Success: true } match && int.Parse(match.Value, CultureInfo.InvariantCulture) > clock.GetUtcNow().Year;

    private static string? Exact(string folded) => Array.IndexOf(s_folded, folded) is >= 0 and var at ? Names[at] : null;

    private static string? Near(string folded) => NearestName.Find(folded, s_folded, 1) is { } near ? Exact(near) : null;

    private static DataScalar Yes(DataNode value) => new(true, "true", value.Position);

    // Letters and digits alone, in lower case and without accents.
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    [GeneratedRegex(
        """
        ^[\s>*-]*["'“”«]?\s?(?<key>\p{L}[\p{L}\p{N}_.-]*(?:\ [\p{L}\p{N}]+){0,3}?)\s?["'“”»]?
        (?:(?:\s*(?<sign>::?|=>?|[\uFF1A;→])\s*|\s+(?<sign>[-–—]+>?|[|>])\s+|\s+)(?<value>\S.*?)?)?(?:\s\#.*)?[\s,;]*$
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Line();

    [GeneratedRegex(@":\s*[|>][+\-0-9]*\s*(?:\#.*)?$")]
    private static partial Regex TextBlock();

    [GeneratedRegex(@"(?<![0-9])2[0-9]{3}(?![0-9])")]
    private static partial Regex Year();
}
