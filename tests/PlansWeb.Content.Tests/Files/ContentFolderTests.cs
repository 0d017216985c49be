using PlansWeb.Content.Files;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Files;

/// <summary>A look at the files that changed sees what a look at all sees, or says that it cannot.</summary>
public sealed class ContentFolderTests : IDisposable
{
    private readonly SiteBuilder _site = new SiteBuilder().WithPage("a.md", "title: A").WithPage("dossier/b.md", "title: B").With("_data/site.yaml", "a: 1\n");

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("a.md")]
    [InlineData("dossier/b.md")]
    [InlineData("_data/site.yaml")]
    public void Refresh_FileSaved_IsWhatAListingGives(string path)
    {
        var before = List();
        _site.With(path, "title: Un autre texte, plus long\n");

        var refreshed = Refresh(before, path);

        Assert.Equal(List(), refreshed);
        Assert.NotEqual(before, refreshed);
    }

    [Fact]
    public void Refresh_FileReplacedByOneWrittenAside_IsWhatAListingGives()
    {
        var before = List();
        File.WriteAllText(At("a.md.tmp"), "title: Nouveau, tout autre\n");
        File.Move(At("a.md.tmp"), At("a.md"), overwrite: true);

        Assert.Equal(List(), Refresh(before, "a.md.tmp", "a.md", ".a.md.swp"));
    }

    [Fact]
    public void Refresh_FileWithASecondPlace_ChangesBoth()
    {
        File.CreateSymbolicLink(At("lien.md"), At("a.md"));
        var before = List();
        _site.With("a.md", "title: Un autre texte, plus long\n");

        Assert.Equal(List(), Refresh(before, "a.md"));
    }

    [Fact]
    public void Refresh_AnythingElse_AsksForAListing()
    {
        var before = List();
        _site.With("nouveau.md", "x").With(".eleventyignore", "a.md\n");
        Assert.Null(Refresh(before, "nouveau.md"));
        Assert.Null(Refresh(before, ".eleventyignore"));
        Assert.Null(Refresh(before, "dossier"));

        File.WriteAllText(At("a.md"), "");
        Assert.Null(Refresh(before, "a.md"));
        File.Delete(At("a.md"));
        Assert.Null(Refresh(before, "a.md"));
        File.CreateSymbolicLink(At("a.md"), At("nouveau.md"));
        Assert.Null(Refresh(before, "a.md"));

        Directory.Move(At("dossier"), At("ailleurs"));
        Assert.Null(Refresh(before, "dossier"));
        Assert.Null(Refresh(before, "ailleurs"));
    }

    private IReadOnlyList<FolderEntry> List() => new ContentFolder(_site.Root).List();

    private IReadOnlyList<FolderEntry>? Refresh(IReadOnlyList<FolderEntry> known, params string[] paths) =>
        new ContentFolder(_site.Root).Refresh(known, [.. paths.Select(At)]);

    private string At(string path) => Path.Combine(new ContentFolder(_site.Root).Root, path);
}
