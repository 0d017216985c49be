using LibGit2Sharp;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Files.Git;

/// <summary>
/// When files were committed, for pages whose date is <c>git Last Modified</c> or <c>git Created</c>.
/// Read once and only when a page asks, and again when the repository moved: then only the commits that are new.
/// </summary>
internal sealed class GitHistory
{
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromSeconds(10);

    private readonly string _root;
    private readonly TimeSpan? _timeLimit;
    private readonly Lazy<Reading> _reading;

    /// <summary>Of a folder; nothing is read yet.</summary>
    /// <param name="root">The content folder, absolute, symbolic links resolved.</param>
    /// <param name="timeLimit">How long reading may take; ten seconds where nothing is said.</param>
    public GitHistory(string root, TimeSpan? timeLimit = null)
        : this(root, timeLimit, null)
    {
    }

    private GitHistory(string root, TimeSpan? timeLimit, Reading? before)
    {
        (_root, _timeLimit) = (root, timeLimit);
        _reading = new(() => Read(root, timeLimit ?? s_timeLimit, before));
    }

    /// <summary>Of no folder.</summary>
    public static GitHistory None { get; } = new("");

    /// <summary>Why not all could be read; <see cref="GitFault.None"/> too where no page asked.</summary>
    public GitFault Fault => _reading.IsValueCreated ? _reading.Value.Fault : GitFault.None;

    /// <summary>The history as it is now: this one, where nothing moved since.</summary>
    /// <param name="folder">The content folder.</param>
    public GitHistory Next(string folder) =>
        folder == _root && (!_reading.IsValueCreated || StateOf(GitRepository.Find(_root, out var fault), fault) == _reading.Value.State)
            ? this : new GitHistory(folder, _timeLimit, folder == _root ? _reading.Value : null);

    /// <summary>How many commits were looked at: all of the history, or those since it was read last.</summary>
    public int Commits => _reading.IsValueCreated ? _reading.Value.Commits : 0;

    /// <summary>Time of the last commit that changed the file.</summary>
    public DateTimeOffset? LastChange(FolderEntry file) =>
        _reading.Value.Changes.TryGetValue(file.Path, out var change) ? change.Last : null;

    /// <summary>Time of the first commit that has the file; none where the beginning of the history is not known.</summary>
    public DateTimeOffset? FirstChange(FolderEntry file) =>
        _reading.Value is { Fault: GitFault.None } reading && reading.Changes.TryGetValue(file.Path, out var change) ? change.First : null;

    /// <summary>
    /// One problem for all pages that have no date since the history cannot be read: it names the first of them, and how many others.
    /// A page that is not committed yet is none.
    /// </summary>
    /// <param name="pages">All pages, in order.</param>
    public IReadOnlyList<Diagnostic> Problems(IEnumerable<ParsedPage> pages)
    {
        if (Fault is GitFault.None)
        {
            return [];
        }

        ParsedPage[] undated = [.. pages.Where(static page => page.FrontMatter is { Date: null, DateFrom: { } from } && PageDates.IsFromGit(from))];
        if (undated is not [var first, .. var others])
        {
            return [];
        }

        var (reason, advice) = Explain(Fault);
        var count = others.Length switch
        {
            0 => "la page n’a pas de date",
            1 => "la page n’a pas de date, ni une autre page",
            _ => $"la page n’a pas de date, ni {others.Length} autres pages",
        };
        var problems = new DiagnosticLog(first.Entry.Path, first.File.Text);
        problems.ReportAt(DiagnosticRules.NoGitDate, first.FrontMatter.DateFrom!.Position,
            $"« {first.FrontMatter.DateFrom.Text.Trim()} » : {reason}, {count}.", advice);
        return problems.Problems;
    }

    private static (string Reason, string Advice) Explain(GitFault fault) => fault switch
    {
        GitFault.NoRepository => ("le dossier des contenus n’est pas dans un dépôt Git",
            "Écrivez la date sous la forme AAAA-MM-JJ, ou déployez le dossier avec son historique (le dossier « .git »)."),
        GitFault.Refused => ("le dépôt Git renvoie à des fichiers qui ne sont pas les siens (lien, « include », « alternates », « .git » déplacé)",
            "Clonez le dépôt en entier, sans « --shared » ni « --reference », et retirez les sections « include » de sa configuration."),
        GitFault.Shallow => ("l’historique Git n’est pas complet (clone superficiel)",
            "Récupérez-le en entier : « git fetch --unshallow », ou « fetch-depth: 0 » dans l’intégration continue."),
        GitFault.TooLong => ("l’historique Git est trop long à lire", "Écrivez la date sous la forme AAAA-MM-JJ."),
        GitFault.NoLibrary => ("la bibliothèque qui lit l’historique Git manque sur cette machine", "Écrivez la date sous la forme AAAA-MM-JJ."),
        _ => ("l’historique Git ne peut pas être lu en entier",
            "Vérifiez les droits d’accès au dépôt, et son état avec « git fsck », ou écrivez la date sous la forme AAAA-MM-JJ."),
    };

    private static string StateOf(GitRepository? repository, GitFault fault) => repository?.State ?? fault.ToString();

    private static Reading Read(string root, TimeSpan limit, Reading? before)
    {
        var repository = GitRepository.Find(root, out var fault);
        var state = StateOf(repository, fault);
        if (repository is null)
        {
            return new Reading(state, fault, []);
        }

        // A call into the library cannot be stopped: a repository that makes it wait (a named pipe as an object) must not hold the site up.
        using var stop = new CancellationTokenSource(limit);
        var token = stop.Token;
        var reading = new Reading(state, GitFault.TooLong, []);
        var thread = new Thread(() => reading = new Walk(repository, before).Run(state, token)) { IsBackground = true, Name = "Git history" };
        thread.Start();
        return thread.Join(2 * limit) ? reading : new Reading(state, GitFault.TooLong, []);
    }

    /// <summary>What was read.</summary>
    /// <param name="State">What the repository said of its state before.</param>
    /// <param name="Fault">Why it is not all.</param>
    /// <param name="Changes">First and last change of each file that makes a page, by its path below the content folder.</param>
    private sealed record Reading(string State, GitFault Fault, Dictionary<string, (DateTimeOffset First, DateTimeOffset Last)> Changes)
    {
        /// <summary>The commit from which it was read.</summary>
        public ObjectId? Tip { get; init; }

        /// <summary>The commits that it stands for, this reading's and those before.</summary>
        public HashSet<ObjectId> Seen { get; init; } = [];

        /// <summary>How many commits were looked at.</summary>
        public int Commits { get; init; }
    }

    /// <summary>
    /// One walk through the commits, newest first, as <c>git log --name-only --no-renames -- folder</c> walks: a merge that leaves the folder
    /// as one of its parents had it is followed to that parent only, and no merge changes a file by itself. It ends where an earlier walk began, if
    /// nothing but what that one saw is left to be followed: from there on it would find the same.
    /// </summary>
    private sealed class Walk(GitRepository place, Reading? before)
    {
        private static readonly CompareOptions s_compare = new() { Similarity = SimilarityOptions.None };

        private readonly Dictionary<string, (DateTimeOffset First, DateTimeOffset Last)> _changes = new(StringComparer.Ordinal);
        private readonly HashSet<ObjectId> _seen = [];
        private readonly PriorityQueue<Step, (long Age, int Order)> _next = new();
        private ObjectId? _tip;
        private int _commits;

        public Reading Run(string state, CancellationToken stop)
        {
            using var repository = place.Open(out var fault);
            try
            {
                if (repository is not null)
                {
                    fault = Run(repository, stop);
                }
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // What the library says of a damaged repository has many types; times that no calendar has are among them.
                fault = GitFault.Unreadable;
            }

            return new Reading(state, fault, _changes) { Tip = _tip, Seen = _seen, Commits = _commits };
        }

        private GitFault Run(Repository repository, CancellationToken stop)
        {
            var isShallow = repository.Info.IsShallow;

            // Not by Repository.Head: LibGit2Sharp follows references that name each other until the stack is full; libgit2 itself gives up.
            if (repository.Lookup<Commit>("HEAD") is not { } tip)
            {
                return GitFault.Unreadable;
            }

            _tip = tip.Id;
            Add(StepTo(tip));

            while (_next.TryDequeue(out var step, out _))
            {
                if (stop.IsCancellationRequested)
                {
                    return GitFault.TooLong;
                }

                if (before is { Fault: GitFault.None } && step.Commit.Id == before.Tip && _next.UnorderedItems.All(item => before.Seen.Contains(item.Element.Commit.Id)))
                {
                    GoOn(before);
                    break;
                }

                _commits++;
                Step[] parents = [.. step.Commit.Parents.Select(StepTo)];
                if (parents.FirstOrDefault(parent => parent.Folder?.Id == step.Folder?.Id) is { } same)
                {
                    Add(same);
                    continue;
                }

                // A shallow clone hides the parents of its oldest commits: what those changed is not known.
                if (parents.Length == 1 || (parents.Length == 0 && !isShallow))
                {
                    Compare(repository, parents is [var parent] ? parent.Folder : null, step.Folder, step.Commit.Committer.When);
                }

                foreach (var each in parents)
                {
                    Add(each);
                }
            }

            return isShallow ? GitFault.Shallow : GitFault.None;
        }

        private void GoOn(Reading earlier)
        {
            _seen.UnionWith(earlier.Seen);
            foreach (var (path, (first, last)) in earlier.Changes)
            {
                _changes[path] = (first, _changes.TryGetValue(path, out var newer) ? newer.Last : last);
            }
        }

        private void Add(Step step)
        {
            if (_seen.Add(step.Commit.Id))
            {
                _next.Enqueue(step, (-step.Commit.Committer.When.ToUnixTimeSeconds(), _seen.Count));
            }
        }

        private Step StepTo(Commit commit) => new(commit,
            place.Below.Length == 0 ? commit.Tree : commit.Tree[place.Below] is { TargetType: TreeEntryTargetType.Tree } entry ? (Tree)entry.Target : null);

        private void Compare(Repository repository, Tree? before, Tree? after, DateTimeOffset time)
        {
            using var changes = repository.Diff.Compare<TreeChanges>(before, after, s_compare);
            foreach (var change in changes)
            {
                if (FolderEntry.IsPageName(change.Path))
                {
                    _changes[change.Path] = (time, _changes.TryGetValue(change.Path, out var known) ? known.Last : time);
                }
            }
        }

        /// <summary>A commit, and the content folder as it has it.</summary>
        private sealed record Step(Commit Commit, Tree? Folder);
    }
}
