using Microsoft.AspNetCore.Mvc.Razor;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Architecture;

public sealed class RoomsTests
{
    // Folders of tests that belong to no room.
    private static readonly string[] s_otherTests = ["Architecture", "Browser", "Infrastructure", "Specs"];

    [Fact]
    public void Rooms_Imports_AreThoseOfTheTable()
    {
        var types = typeof(Texts).Assembly.GetTypes();

        Assert.Empty(types.Select(Rooms.Of).OfType<string>().Where(room => room.Length > 0).Distinct().Except(Rooms.Imports.Keys));
        Assert.Contains(types, typeof(RazorPageBase).IsAssignableFrom);
        Assert.All(types.Where(typeof(RazorPageBase).IsAssignableFrom), view => Assert.Equal("Pages", Rooms.Of(view)));
        Assert.Empty(Rooms.Violations(types));
        Assert.Empty(Rooms.Sources.SelectMany(path => Rooms.Violations(path, File.ReadAllText(Path.Combine(Rooms.SourceFolder, path)))));
    }

    [Fact]
    public void Rooms_RootNamespace_HoldsTheTextsAndTheLogAlone() =>
        Assert.Equal(
            [typeof(LogMessages), typeof(Texts)],
            typeof(Texts).Assembly.GetTypes().Where(type => Rooms.Of(type) == "" && !type.IsNested).OrderBy(type => type.Name, StringComparer.Ordinal));

    [Theory]
    [InlineData("Store/X.cs", "using PlansWeb.Loading;")]
    [InlineData("Store/X.cs", "using static PlansWeb.Loading.MediaTypes;")]
    [InlineData("Store/X.cs", "using L = PlansWeb.Loading.MediaTypes;")]
    [InlineData("Navigation/X.cs", "var x = global::PlansWeb.Loading.ContentFolder.DataFolder;")]
    [InlineData("Navigation/X.cs", "var x = Loading.ContentFolder.DataFolder;")]
    [InlineData("Pages/X.cshtml", "@using PlansWeb.Loading\n")]
    [InlineData("Pages/X.cshtml", "@Loading.Markdown.Limits.LimitExceeded\n")]
    [InlineData("Dsfr/X.cs", "[X(typeof(Store.Address))]")]
    public void Violations_SourceThatImports_AreFound(string path, string source) => Assert.Single(Rooms.Violations(path, source));

    [Theory]
    [InlineData("Pages/X.cs", "using PlansWeb.Store;")]
    [InlineData("Store/X.cs", "// PlansWeb.Loading.MediaTypes\n/* using PlansWeb.Loading; */")]
    [InlineData("Store/X.cs", "page.Navigation.Key; x is { Navigation.Parent: not null }")]
    [InlineData("Program.cs", "using PlansWeb.Loading;")]
    public void Violations_SourceWithinTheRules_AreNone(string path, string source) => Assert.Empty(Rooms.Violations(path, source));

    [Fact]
    public void Sources_Names_SayWhatAThingIs()
    {
        string[] empty = ["Helpers", "Utils", "Utilities", "Manager", "Managers", "Services", "Common", "Misc"];

        Assert.All(Rooms.Sources, path =>
            Assert.DoesNotContain(path.Split('/', '.'), part => empty.Any(name => part.EndsWith(name, StringComparison.OrdinalIgnoreCase))));
    }

    [Fact]
    public void Sources_Namespaces_FollowTheirFolders() => Assert.All(
        Rooms.Sources.Where(path => path.EndsWith(".cs", StringComparison.Ordinal) && path != "Program.cs"),
        path => Assert.Contains(
            $"namespace {string.Join('.', path.Split('/')[..^1].Prepend("PlansWeb"))};", File.ReadAllLines(Path.Combine(Rooms.SourceFolder, path))));

    [Fact]
    public void Tests_Folders_MirrorTheRooms()
    {
        var tests = Path.Combine(Repository.Root, "tests", "PlansWeb.Tests");
        var folders = Directory.EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetDirectoryName(Path.GetRelativePath(tests, path))!.Replace('\\', '/')).Distinct()
            .Where(folder => folder.Length > 0 && folder.Split('/')[0] is not ("bin" or "obj") && !s_otherTests.Contains(folder.Split('/')[0]));

        Assert.All(folders, folder => Assert.True(Directory.Exists(Path.Combine(Rooms.SourceFolder, folder)), folder));
    }
}
