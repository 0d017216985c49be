using System.Globalization;
using System.Text;
using PlansWeb.Content.Html;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;

namespace PlansWeb.Content.History;

/// <summary>
/// What <c>PlansWeb history</c> keeps in <c>_history/</c>: the public pages as the last run saw them, and what changed since the first. Only what readers may
/// see when it runs is ever looked at: of a draft, of a window that is not open and of what is unlisted nothing is kept.
/// </summary>
internal sealed record SiteRecord
{
    /// <summary>The longest text of a page that is kept, in characters.</summary>
    public const int MostText = 500_000;

    /// <summary>The most changes that are kept of one page: the oldest go first.</summary>
    public const int MostChangesOfPage = 100;

    /// <summary>The most that all changes may take, in characters: the oldest go first. The site holds them in memory.</summary>
    public const int MostCharacters = 8_000_000;

    /// <summary>The pages as the last run saw them; <see langword="null"/> before the first.</summary>
    public IReadOnlyList<RecordedPage>? Pages { get; init; }

    /// <summary>What was known of actions at the last run.</summary>
    public IReadOnlyList<RecordedReading> Readings { get; init; } = [];

    /// <summary>What changed, the oldest first.</summary>
    public IReadOnlyList<RecordedChange> Changes { get; init; } = [];

    /// <summary>The record after another publication.</summary>
    /// <param name="now">The site as readers see it.</param>
    /// <param name="day">The day that changes are dated with.</param>
    /// <returns>The next record; its last changes are those that came.</returns>
    public (SiteRecord Next, IReadOnlyList<RecordedChange> Added) After(Snapshot now, DateOnly day)
    {
        RecordedPage[] pages = [.. now.Written.Where(static page => !page.NoIndex && page.Url != Address.NotFoundPage).OrderBy(static page => page.Url, StringComparer.Ordinal).Select(Of)];
        RecordedReading[] readings = [.. ReadingsOf(now.Part<Register>()).Distinct()];

        // There is nothing to compare the first time with: that every page was published then would not be true.
        RecordedChange[] added = Pages is null ? [] : [.. PageChanges(Pages, pages, now, day), .. ReadingChanges(readings, now.Part<Register>(), day)];
        return (new SiteRecord { Pages = pages, Readings = readings, Changes = Bounded([.. Changes, .. added]) }, added);
    }

    /// <summary>The record without a passage: what held it is marked as taken out, and cut from what is remembered of pages that do not have it any more.</summary>
    /// <param name="text">The passage; white space and case do not matter.</param>
    /// <param name="now">The site as readers see it.</param>
    /// <returns>The next record, how many places were taken out, and the pages that still show the passage to readers.</returns>
    public (SiteRecord Next, int Count, IReadOnlyList<string> Shown) Forget(string text, Snapshot now)
    {
        var passage = new ForgottenPassage(text);
        string[] shown = [.. now.Written.Where(page => !page.NoIndex && passage.IsIn(Of(page) is var recorded ? $"{recorded.Title}\n{recorded.Text}" : "")).Select(static page => page.Url)];
        var count = 0;
        RecordedChange[] changes = [.. Changes.Select(change => passage.TakeOut(change, ref count))];
        RecordedPage[]? pages = Pages is null ? null : [.. Pages.Select(page => shown.Contains(page.Url, StringComparer.Ordinal) ? page
            : page with { Title = passage.TakeOut(page.Title, ref count), Text = passage.TakeOut(page.Text, ref count), Notes = [.. page.Notes.Where(note => !passage.IsIn(note))] })];
        var known = ReadingsOf(now.Part<Register>()).ToHashSet();
        RecordedReading[] readings = [.. Readings.Select(reading => known.Contains(reading) ? reading : reading with { Text = passage.TakeOut(reading.Text, ref count) })];
        return (new SiteRecord { Pages = pages, Readings = readings, Changes = changes }, count, shown);
    }

    private static RecordedPage Of(ContentPage page)
    {
        var text = new StringBuilder();
        PlainText.Append(PlainText.WithoutDrawings(page.Body.Value), text, MostText);
        return new RecordedPage(page.Url, page.Title, text.ToString(0, Math.Min(text.Length, MostText)).Trim()) { Notes = [.. page.Changes.Select(static change => change.Note)] };
    }

    private static IEnumerable<RecordedChange> PageChanges(IReadOnlyList<RecordedPage> before, RecordedPage[] after, Snapshot now, DateOnly day)
    {
        var last = before.DistinctBy(static page => page.Url).ToDictionary(static page => page.Url, StringComparer.Ordinal);
        var addresses = new AddressTrail(now.Pages, now.Redirects);

        // An address that leads on to a page that was not there moved. Of several that lead to one page, the first.
        var moved = new Dictionary<string, RecordedPage>(StringComparer.Ordinal);
        foreach (var page in before.Where(page => now.Find(page.Url) is null))
        {
            if (addresses.PageAt(page.Url) is { NoIndex: false } target && !last.ContainsKey(target.Url))
            {
                moved.TryAdd(target.Url, page);
            }
        }

        foreach (var page in after)
        {
            var former = last.GetValueOrDefault(page.Url) ?? moved.GetValueOrDefault(page.Url);
            if (former is null)
            {
                yield return new RecordedChange(page.Url, day, ChangeKind.Published, page.Title) { Notes = page.Notes };
                continue;
            }

            var (passages, isCut) = TextComparison.Compare($"{former.Title}\n{former.Text}", $"{page.Title}\n{page.Text}");
            var isMoved = former.Url != page.Url;
            if (isMoved || passages.Count > 0)
            {
                yield return new RecordedChange(page.Url, day, isMoved ? ChangeKind.Moved : ChangeKind.Changed, page.Title)
                {
                    From = isMoved ? former.Url : null,
                    Notes = [.. page.Notes.Except(former.Notes, StringComparer.Ordinal)],
                    Passages = passages,
                    IsCut = isCut,
                };
            }
        }

        // What is unlisted now, or leads on, is not withdrawn.
        foreach (var page in before.Where(page => addresses.PageAt(page.Url) is null))
        {
            yield return new RecordedChange(page.Url, day, ChangeKind.Withdrawn, page.Title);
        }
    }

    // A reading that was corrected or taken back: what the register said of an action at a date, and says no more. Of an action that no file has any more,
    // that it went; of one that is hidden or has become faulty, nothing.
    private IEnumerable<RecordedChange> ReadingChanges(RecordedReading[] after, Register register, DateOnly day)
    {
        var actions = register.Actions.ToDictionary(static action => action.Id, StringComparer.Ordinal);
        var known = after.ToHashSet();
        var former = Readings.ToHashSet();
        foreach (var group in Readings.Where(reading => !known.Contains(reading) && actions.ContainsKey(reading.Action)).GroupBy(static reading => (reading.Action, reading.Date)))
        {
            var action = actions[group.Key.Action];
            var came = new Queue<RecordedReading>(after.Where(reading => reading.Action == group.Key.Action && reading.Date == group.Key.Date && !former.Contains(reading)));
            yield return new RecordedChange(register.UrlOf(action.Administration), day, ChangeKind.Reading, action.Title)
            {
                Action = action.Id,
                Passages = [.. group.Select(gone => (IReadOnlyList<string>)(came.TryDequeue(out var now) ? ["-" + gone.Text, "+" + now.Text] : ["-" + gone.Text]))],
            };
        }

        foreach (var gone in Readings.Where(reading => reading.Url is { } url && register.PageAt(url) is not null && !register.IsWritten(reading.Action)))
        {
            yield return new RecordedChange(gone.Url!, day, ChangeKind.Withdrawn, gone.Text) { Action = gone.Action };
        }
    }

    private static RecordedReading[] ReadingsOf(Register register)
    {
        using var readers = InterfaceLanguage.Enter(register.Section?.Lang ?? "fr");
        return
        [
            .. register.Actions.Select(action => new RecordedReading(action.Id, "", action.Title) { Url = register.UrlOf(action.Administration) }).Concat(
            from news in register.News
            let reading = news.Reading
            let source = register.TitleOf(reading.Source) + (reading.Source.Page.Length > 0 ? ", " + RegisterTexts.PageReference(reading.Source.Page) : "")
            select new RecordedReading(news.Action.Id, reading.Date.Iso, $"{RegisterTexts.Date(reading.Date)}{Formats.Colon}{RegisterTexts.ReadingLine(news.Action, reading)} {RegisterTexts.SourceLabel}{source}")),
        ];
    }

    private static List<RecordedChange> Bounded(RecordedChange[] changes)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = new List<RecordedChange>();
        var length = 0L;
        foreach (var change in changes.Reverse())
        {
            counts[change.Url] = counts.GetValueOrDefault(change.Url) + 1;
            if (counts[change.Url] > MostChangesOfPage)
            {
                continue;
            }

            length += change.Length;
            if (length > MostCharacters)
            {
                break;
            }

            kept.Add(change);
        }

        kept.Reverse();
        return kept;
    }
}

/// <summary>Follows addresses to the pages that they lead to now.</summary>
/// <param name="pages">The pages.</param>
/// <param name="redirects">The redirects.</param>
internal sealed class AddressTrail(IEnumerable<ContentPage> pages, IEnumerable<Redirect> redirects)
{
    // Redirects that turn in circles lead nowhere.
    private const int MostSteps = 5;

    private readonly Dictionary<string, ContentPage> _pages = pages.DistinctBy(static page => AddressFolding.Fold(page.Url)).ToDictionary(static page => AddressFolding.Fold(page.Url), StringComparer.Ordinal);
    private readonly Dictionary<string, string> _targets = redirects.Where(static redirect => redirect.Target is ['/', ..]).DistinctBy(static redirect => AddressFolding.Fold(redirect.From))
        .ToDictionary(static redirect => AddressFolding.Fold(redirect.From), static redirect => redirect.Target!, StringComparer.Ordinal);

    /// <summary>The page that readers come to at a decoded address; <see langword="null"/> for none.</summary>
    public ContentPage? PageAt(string url)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var key = AddressFolding.Fold(url);
            if (_pages.TryGetValue(key, out var page))
            {
                return page;
            }

            if (!_targets.TryGetValue(key, out var target))
            {
                return null;
            }

            url = Address.Normalize(Uri.UnescapeDataString(target.Split('?', '#')[0]));
        }

        return null;
    }
}

/// <summary>A passage that is to be found in no text any more.</summary>
/// <param name="text">The passage.</param>
internal sealed class ForgottenPassage(string text)
{
    // Shorter pieces are in any text.
    private const int FewestLetters = 10;

    private static readonly CompareInfo s_compare = CultureInfo.InvariantCulture.CompareInfo;

    private readonly string _text = TextComparison.Plain(text).Trim();

    /// <summary>The passage stands in a text.</summary>
    public bool IsIn(string text) => IndexIn(text) >= 0;

    /// <summary>A text without the passage.</summary>
    public string TakeOut(string text, ref int count)
    {
        for (int at; (at = IndexIn(text)) >= 0; count++)
        {
            text = text.Remove(at, _text.Length);
        }

        return text;
    }

    /// <summary>A change without the passages that have it, whole or in part.</summary>
    public RecordedChange TakeOut(RecordedChange change, ref int count)
    {
        if (IsIn(change.Title))
        {
            change = change with { Title = TakeOut(change.Title, ref count).Trim() };
        }

        if (change.Notes.Any(IsIn))
        {
            count++;
            change = change with { Notes = [.. change.Notes.Where(note => !IsIn(note))] };
        }

        var gone = change.Passages.Count(Holds);
        count += gone;
        return gone == 0 ? change : change with { Passages = [.. change.Passages.Select(passage => Holds(passage) ? [] : passage)] };
    }

    // The passage may have been there before, after, or across what changed; of a long one, a part may have changed alone.
    private bool Holds(IReadOnlyList<string> passage) =>
        IsIn(Join(passage, '-')) || IsIn(Join(passage, '+')) || IsIn(string.Concat(passage.Select(static part => part[1..])))
        || passage.Any(part => part[0] != '=' && part.Length > FewestLetters && s_compare.IndexOf(_text, TextComparison.Plain(part[1..]).Trim(), CompareOptions.OrdinalIgnoreCase) >= 0);

    private static string Join(IReadOnlyList<string> passage, char kind) => string.Concat(passage.Where(part => part[0] == '=' || part[0] == kind).Select(static part => part[1..]));

    private int IndexIn(string text) => _text.Length == 0 ? -1 : s_compare.IndexOf(TextComparison.Plain(text), _text, CompareOptions.OrdinalIgnoreCase);
}
