using PlansWeb.Content.Plans;

namespace PlansWeb.Content.Site;

/// <summary>
/// Decides which files readers may not see: those that sources of hidden pages name, and no source that readers may see does. What no source names
/// is public.
/// </summary>
internal static class FileVisibility
{
    /// <summary>The files that are hidden.</summary>
    /// <param name="content">All that was loaded.</param>
    /// <param name="visible">The pages that readers may see.</param>
    /// <param name="hidden">The pages that they may not see.</param>
    /// <param name="now">The instant.</param>
    public static IReadOnlySet<ContentFile> Hidden(SiteContent content, IReadOnlyList<ContentPage> visible, IReadOnlyList<ContentPage> hidden, DateTimeOffset now)
    {
        if (hidden.Count == 0 && !content.References.Any(references => !references.Publication.IsPublicAt(now)))
        {
            return new HashSet<ContentFile>();
        }

        var hiddenPaths = hidden.Select(static page => page.SourcePath).ToHashSet(StringComparer.Ordinal);
        var visiblePaths = visible.Select(static page => page.SourcePath).ToHashSet(StringComparer.Ordinal);
        var isHidden = content.References.ToLookup(IsHidden);
        var index = new FileNameIndex(content.Files);
        var files = isHidden[true].SelectMany(references => references.Names.SelectMany(name => index.Find(references, name))).ToHashSet();
        if (files.Count == 0)
        {
            return files;
        }

        // Of the many public sources only those that hold one of these few names are looked at further.
        var sought = new FileNameIndex.SoughtFiles([.. files]);
        foreach (var references in isHidden[false])
        {
            foreach (var name in references.Names)
            {
                files.ExceptWith(index.Find(references, name, sought));
            }
        }

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
