namespace PlansWeb.Content.Site;

/// <summary>
/// Decides which files readers may not see: those that sources of hidden pages name, and no source that readers may see does. What no source names
/// is public. It remembers what the sources of public pages named, since an edit changes one of them.
/// </summary>
internal sealed class FileVisibility
{
    private readonly IReadOnlyList<ContentFile> _files;
    private readonly Lazy<FileNameIndex> _index;

    // The files that hidden pages name, and which of them each public source names.
    private HashSet<ContentFile> _sought = [];
    private Dictionary<FileReferences, ContentFile[]> _shown = [];

    private FileVisibility(IReadOnlyList<ContentFile> files)
    {
        _files = files;
        _index = new Lazy<FileNameIndex>(() => new FileNameIndex(files));
    }

    /// <summary>For these files; with what is remembered, where they are the same.</summary>
    public static FileVisibility Of(IReadOnlyList<ContentFile> files, FileVisibility? before) =>
        before is not null && before._files.SequenceEqual(files) ? before : new FileVisibility(files);

    /// <summary>The files that are hidden. Not to be called by two threads at once.</summary>
    /// <param name="content">All that was loaded.</param>
    /// <param name="visible">The pages that readers may see.</param>
    /// <param name="hidden">The pages that they may not see.</param>
    /// <param name="now">The instant.</param>
    public IReadOnlySet<ContentFile> Hidden(SiteContent content, IReadOnlyList<ContentPage> visible, IReadOnlyList<ContentPage> hidden, DateTimeOffset now)
    {
        if (hidden.Count == 0 && !content.References.Any(references => !references.Publication.IsPublicAt(now)))
        {
            return new HashSet<ContentFile>();
        }

        var hiddenPaths = hidden.Select(static page => page.SourcePath).ToHashSet(StringComparer.Ordinal);
        var visiblePaths = visible.Select(static page => page.SourcePath).ToHashSet(StringComparer.Ordinal);
        var isHidden = content.References.ToLookup(IsHidden);
        var index = _index.Value;
        var files = isHidden[true].SelectMany(references => references.Names.SelectMany(name => index.Find(references, name))).ToHashSet();
        if (files.Count == 0)
        {
            return files;
        }

        if (!_sought.SetEquals(files))
        {
            _sought = [.. files];
            _shown = [];
        }

        // Of the many public sources only those that hold one of these few names are looked at further.
        var sought = new FileNameIndex.SoughtFiles(_sought);
        var shown = new Dictionary<FileReferences, ContentFile[]>();
        foreach (var references in isHidden[false])
        {
            var named = _shown.GetValueOrDefault(references) ?? [.. references.Names.SelectMany(name => index.Find(references, name, sought))];
            shown[references] = named;
            files.ExceptWith(named);
        }

        _shown = shown;
        return files;

        bool IsHidden(FileReferences references) => references.Scope switch
        {
            null => false,
            var scope when scope.EndsWith('/') || scope.Length == 0 =>
                hiddenPaths.Any(path => path.StartsWith(scope, StringComparison.Ordinal)) && !visiblePaths.Any(path => path.StartsWith(scope, StringComparison.Ordinal)),
            var scope => hiddenPaths.Contains(scope) || (!visiblePaths.Contains(scope) && !references.Publication.IsPublicAt(now)),
        };
    }
}
