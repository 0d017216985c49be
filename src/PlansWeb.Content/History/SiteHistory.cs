using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Site;

namespace PlansWeb.Content.History;

/// <summary>A change as readers may see it now.</summary>
/// <param name="Record">What was recorded.</param>
/// <param name="Page">The page as it is; <see langword="null"/> where it was withdrawn.</param>
/// <param name="Id">Names the change on its page, and for ever: its day, and its number where a day has several.</param>
internal sealed record SiteChange(RecordedChange Record, ContentPage? Page, string Id)
{
    /// <summary>The instant that stands for its day.</summary>
    public DateTimeOffset Date => new(Record.Date, TimeOnly.MinValue, TimeSpan.Zero);
}

/// <summary>What changed, of a snapshot. A change follows its page to its new address; of a page that readers may not see now nothing is told.</summary>
internal sealed class SiteHistory
{
    private readonly ILookup<ContentPage, SiteChange> _ofPage;
    private readonly ILookup<string, SiteChange> _ofAction;

    /// <summary>Finds the pages of changes.</summary>
    /// <param name="changes">What was recorded, the oldest first.</param>
    /// <param name="content">The content that readers see.</param>
    public SiteHistory(IReadOnlyList<RecordedChange> changes, SiteContent content)
    {
        if (changes.Count > 0)
        {
            var addresses = new AddressTrail(content.Pages, content.Redirects);
            var hidden = content.Hidden.Select(static page => AddressFolding.Fold(page.Url)).ToHashSet(StringComparer.Ordinal);
            var numbers = new Dictionary<(string, DateOnly), int>();
            var all = new List<SiteChange>();
            foreach (var change in changes)
            {
                var page = addresses.PageAt(change.Url);
                if (page is not null || (change is { Kind: ChangeKind.Withdrawn, Action: null } && !hidden.Contains(AddressFolding.Fold(change.Url))))
                {
                    var key = (page?.Url ?? change.Url, change.Date);
                    var number = numbers[key] = numbers.GetValueOrDefault(key) + 1;
                    all.Add(new SiteChange(change, page, $"{change.Date:yyyy-MM-dd}" + (number == 1 ? "" : $"-{number}")));
                }
            }

            // The latest first; of one day, what was noticed last.
            all.Reverse();
            All = [.. all.OrderByDescending(static change => change.Record.Date)];
        }

        _ofPage = All.Where(static change => change is { Page: not null, Record.Action: null }).ToLookup(static change => change.Page!);
        _ofAction = All.Where(static change => change.Record is { Action: not null, Kind: ChangeKind.Reading }).ToLookup(static change => change.Record.Action!, StringComparer.Ordinal);
    }

    /// <summary>All changes, the latest first; those of unlisted pages are told on these pages alone.</summary>
    public IReadOnlyList<SiteChange> All { get; } = [];

    /// <summary>The changes of a page, the latest first.</summary>
    public IEnumerable<SiteChange> Of(ContentPage page) => _ofPage[page];

    /// <summary>The readings of an action that were corrected or taken back, the latest first.</summary>
    /// <param name="action">The action's id.</param>
    public IEnumerable<SiteChange> OfAction(string action) => _ofAction[action];

    /// <summary>The actions that went from the register while the page of their administration stayed, the latest first.</summary>
    /// <param name="page">The page of the administration.</param>
    /// <param name="register">The register now: an action that is written again, be it hidden, did not go.</param>
    public IEnumerable<SiteChange> ActionsGone(ContentPage page, Register register) =>
        All.Where(change => change.Page == page && change.Record.GoneAction is { } action && !register.IsWritten(action)).DistinctBy(static change => change.Record.Action);

    /// <summary>There is more to tell of a page than that it was published.</summary>
    public bool HasChanged(ContentPage page) => Of(page).Any(static change => change.Record.Kind != ChangeKind.Published);
}

/// <summary>Reads <c>_history/changes.jsonl</c> for each snapshot.</summary>
internal sealed class SiteHistoryBuilder : ISnapshotPart
{
    // Thousands of lines, which no edit of a page should wait for.
    private volatile ReadChanges? _last;

    /// <inheritdoc/>
    public object Build(SiteContent content, ICollection<Diagnostic> problems)
    {
        if (content.Sources.FirstOrDefault(static source => source.Path == ContentFolder.ChangesFile) is not { } file)
        {
            return new SiteHistory([], content);
        }

        if (_last is not { } read || read.File != file)
        {
            var lines = new List<int>();
            _last = read = new ReadChanges(file, HistoryFiles.Read<RecordedChange>(file.Text(), lines.Add), lines);
        }

        foreach (var line in read.Unreadable)
        {
            problems.Add(new Diagnostic(DiagnosticRules.Unreadable, ContentFolder.ChangesFile, line, 0, "Cette ligne de l’historique n’a pas la forme attendue\u00a0: ce changement n’est pas montré.",
                "Remettez la ligne comme « PlansWeb history » l’a écrite, ou supprimez-la."));
        }

        return new SiteHistory(read.Changes, content);
    }

    private sealed record ReadChanges(SourceFile File, IReadOnlyList<RecordedChange> Changes, IReadOnlyList<int> Unreadable);
}

/// <summary>Registers the history of the pages.</summary>
internal static class HistorySetup
{
    /// <summary>Makes each snapshot carry a <see cref="SiteHistory"/>.</summary>
    public static IServiceCollection AddHistory(this IServiceCollection services) => services.AddSingleton<ISnapshotPart, SiteHistoryBuilder>();
}
