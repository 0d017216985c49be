using Microsoft.AspNetCore.Http;
using PlansWeb.Pages;

namespace PlansWeb.Tests.Pages;

/// <summary>Which variant a request asks for: whatever it says, one of three.</summary>
public sealed class PageVariantsTests
{
    [Theory]
    [InlineData("text/markdown", "Markdown")]
    [InlineData("TEXT/MARKDOWN; charset=utf-8", "Markdown")]
    [InlineData("text/markdown, text/html;q=0.9, */*;q=0.1", "Markdown")]
    [InlineData("text/markdown, text/html", "Markdown")]
    [InlineData("text/html, text/markdown;q=0.5", "Page")]
    [InlineData("text/markdown;q=0", "Page")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "Page")]
    [InlineData("*/*", "Page")]
    [InlineData("text/*", "Page")]
    [InlineData("", "Page")]
    [InlineData("text/markdown-x", "Page")]
    [InlineData("x;y=\"text/markdown\"", "Page")]
    [InlineData(",,;;text/markdown;q=é", "Page")]
    public void Variant_Accept_IsMarkdownOnlyWhereItIsNamedAndLikedBest(string accept, string expected)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Accept = accept;

        Assert.Equal(expected, request.Variant().ToString());
    }

    [Theory]
    [InlineData("?vue=complete", "WholeBranch")]
    [InlineData("?utm=a&vue=complete", "WholeBranch")]
    [InlineData("?vue=Complete", "Page")]
    [InlineData("?vue=complete2", "Page")]
    [InlineData("?vue=complete&vue=complete", "Page")]
    [InlineData("?vue", "Page")]
    [InlineData("", "Page")]
    public void Variant_Query_IsTheWholeBranchForTheExactValueOnly(string query, string expected)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString(query);

        Assert.Equal(expected, request.Variant().ToString());
    }
}
