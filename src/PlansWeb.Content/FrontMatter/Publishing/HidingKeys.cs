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
    private static readonly string[] s_parents = ["eleventyNavigation", "eleventyComputed"];

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
        ["expirationdate"] = Sense.Closes,
        ["expiredate"] = Sense.Closes,
        ["expireson"] = Sense.Closes,
        ["unpublishdate"] = Sense.Closes,
        ["dateexpiration"] = Sense.Closes,
        ["datedexpiration"] = Sense.Closes,
        ["status"] = Sense.Status,
        ["statut"] = Sense.Status,
        ["state"] = Sense.Status,
        ["etat"] = Sense.Status,
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

    /// <summary>Gives a file's data with the keys that were meant, and reports those that were not the right ones.</summary>
    /// <param name="data">The data that one file wrote.</param>
    /// <param name="problems">Where problems are reported.</param>
    public DataMap Mend(DataMap data, ProblemLog problems)
    {
        Dictionary<string, DataNode>? mended = null;
        foreach (var (key, value) in data.Entries)
        {
            if (!FrontMatterReader.Keys.Contains(key) && !Names.Contains(key, StringComparer.Ordinal))
            {
                Take(key, value, parent: null);
            }
        }

        foreach (var parent in s_parents)
        {
            foreach (var (key, value) in (data[parent] as DataMap)?.Entries ?? DataMap.Empty.Entries)
            {
                Take(key, value, parent);
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
    public DataMap MendLines(DataMap data, string text, int firstLine, ProblemLog problems)
    {
        var faults = problems.Problems.Where(static problem => IsUnreadable(problem.Rule)).Select(static problem => problem.Line).ToHashSet();
        if (faults.Count == 0)
        {
            return data;
        }

        Dictionary<string, DataNode>? mended = null;
        var line = firstLine - 1;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            line++;
            var written = text[range];
            var isOuter = written.Length > 0 && !char.IsWhiteSpace(written[0]);
            if (!isOuter && !faults.Contains(line))
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

    private static bool IsUnreadable(ProblemRule rule) =>
        rule == ProblemRules.Yaml || rule == ProblemRules.Json || rule == ProblemRules.TooLarge || rule == ProblemRules.DuplicateKey
        || rule == ProblemRules.FrontMatterFence || rule == ProblemRules.GitConflict;

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
        if (!match.Groups["sign"].Success && Answer.Of(value) is not true && WrittenDate.Read(text) is null)
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

    private static void Report(ProblemLog problems, string written, SourcePosition position, (string Key, DataNode Value) meant)
    {
        var line = meant is { Key: PublishDate or ExpiryDate, Value: DataScalar scalar }
            ? $"{meant.Key}: {WrittenDate.Read(scalar.Text)?.Iso ?? "AAAA-MM-JJ"}" : $"{meant.Key}: true";
        problems.ReportAt(ProblemRules.HidingKey, position,
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
            Sense.Shows when Answer.Of(value) is false => (Draft, Yes(value)),
            Sense.Lists when Answer.Of(value) is false => (Unlisted, Yes(value)),
            Sense.Shows or Sense.Opens when date is { } opens && opens.Opening > clock.GetUtcNow() => (PublishDate, value),
            Sense.Closes when date is not null => (ExpiryDate, value),
            Sense.Status when isText && Folded(((DataScalar)value).Text) is "draft" or "brouillon" or "hidden" or "private" or "unpublished" or "nonpublie" or "nonpubliee" =>
                (Draft, Yes(value)),
            _ => null,
        };
    }

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

    [GeneratedRegex(@"^[\s>*-]*[""']?(?<key>\p{L}[\p{L}\p{N}_.-]*(?: [\p{L}\p{N}]+){0,2}?)[""']?(?:\s*(?<sign>[:=\uFF1A;])\s*|\s+)(?<value>\S.*?)?(?:\s#.*)?[\s,;]*$")]
    private static partial Regex Line();
}
