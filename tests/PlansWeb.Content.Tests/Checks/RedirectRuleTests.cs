using PlansWeb.Content.Checks;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Checks;

/// <summary>The cost of checking redirects grows with their number, whatever they lead over.</summary>
public sealed class RedirectRuleTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(2_000)]
    public void Check_LongChain_FollowsEachAddressOnce(int length)
    {
        using var folder = new SiteBuilder().WithPage("b.md", "title: b")
            .With("_data/redirects.yaml", string.Concat(Enumerable.Range(0, length).Select(i => $"/r{i}/: {(i == length - 1 ? "/b/" : $"/r{i + 1}/")}\n")));
        var rule = new RedirectRule(new SiteAddresses(folder.Load(), folder.Root), folder.Root);

        var problems = rule.Check();

        // The last one leads straight to the page.
        Assert.Equal(Enumerable.Range(1, length - 1).Select(line => $"_data/redirects.yaml:{line}:1"), problems.OrderBy(problem => problem.Line).Select(problem => problem.Location));
        Assert.All(problems, problem => Assert.Equal((DiagnosticRules.RedirectChain, true), (problem.Rule, problem.Advice.Contains("/b/", StringComparison.Ordinal))));
        Assert.Equal(length, rule.Resolved);
    }

    [Fact]
    public void Check_ManyDeadRedirects_ReadsTheirFileOnce()
    {
        string Lines(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"/r{i}/: /nulle/part{i}/\n"));

        var small = Allocated(Lines(100));
        var large = Allocated(Lines(1_000));

        // Ten times the redirects: to read the file for each would be a hundred times the bytes.
        Assert.InRange(large / (double)small, 1, 20);

        static long Allocated(string redirects)
        {
            using var folder = new SiteBuilder().WithPage("b.md", "title: b").With("_data/redirects.yaml", redirects);
            var rule = new RedirectRule(new SiteAddresses(folder.Load(), folder.Root), folder.Root);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.All(rule.Check(), problem => Assert.Equal(DiagnosticRules.DeadRedirect, problem.Rule));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("redirects.yaml", "# essai\n\"/a:b/\": /nulle/\n", 2)]
    [InlineData("redirects.yaml", "/x/: /b/\n  '/é/' : /nulle/\n", 2)]
    [InlineData("redirects.yaml", "a: /nulle/\n", 1)]
    [InlineData("redirects.json", "{\n  \"/a/\": \"/nulle/\"\n}", 2)]
    [InlineData("redirects.json", "{ \"/a/\": \"/nulle/\" }", 1)]
    public void Check_DeadRedirect_NamesItsLine(string file, string text, int line)
    {
        using var folder = new SiteBuilder().WithPage("b.md", "title: b").With("_data/" + file, text);

        var problem = Assert.Single(folder.Check(), problem => problem.Rule == DiagnosticRules.DeadRedirect);

        Assert.Equal(($"_data/{file}", line), (problem.File, problem.Line));
    }
}
