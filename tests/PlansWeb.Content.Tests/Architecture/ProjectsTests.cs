using PlansWeb.Content.Site;
using PlansWeb.Dsfr;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Architecture;

/// <summary>The borders are project references, which the compiler holds; here is what a reference or a package could bring in unseen.</summary>
public sealed class ProjectsTests
{
    private static readonly string s_source = Path.Combine(Repository.Root, "src");

    public static TheoryData<string> Sources =>
    [
        .. Directory.EnumerateFiles(s_source, "*.cs", SearchOption.AllDirectories).Select(static path => Path.GetRelativePath(s_source, path).Replace('\\', '/'))
            .Where(static path => path.Split('/')[1] is not ("obj" or "bin" or "Program.cs")),
    ];

    [Fact]
    public void Content_References_HoldNoWeb() => Assert.Empty(WebReferences(typeof(Snapshot)));

    [Fact]
    public void Dsfr_References_HoldNoWebAndNoContent()
    {
        Assert.Empty(WebReferences(typeof(Component)));
        Assert.DoesNotContain(typeof(Component).Assembly.GetReferencedAssemblies(), static assembly => assembly.Name!.StartsWith("PlansWeb", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Source_Namespace_FollowsItsFolder(string path) => Assert.Contains(
        $"namespace {string.Join('.', path.Split('/')[..^1])};", File.ReadLines(Path.Combine(s_source, path)));

    [Fact]
    public void Sources_Names_SayWhatAThingIs()
    {
        string[] empty = ["Helpers", "Utils", "Utilities", "Manager", "Managers", "Services", "Common", "Misc"];

        Assert.All(Sources, source =>
            Assert.DoesNotContain(source.Data.Split('/', '.'), part => empty.Any(name => part.EndsWith(name, StringComparison.OrdinalIgnoreCase))));
    }

    private static IEnumerable<string> WebReferences(Type type) => type.Assembly.GetReferencedAssemblies().Select(static assembly => assembly.Name!)
        .Where(static name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
}
