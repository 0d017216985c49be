using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>Asks the DOM, not the string.</summary>
public static class Dom
{
    /// <summary>Parses a page.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>Gets and parses a page.</summary>
    public static async Task<IHtmlDocument> GetPage(this HttpClient client, string path) =>
        Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    /// <summary>Gets an address.</summary>
    public static Task<HttpResponseMessage> Get(this HttpClient client, string path, params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Get, path, headers);

    /// <summary>Asks an address by any method.</summary>
    public static Task<HttpResponseMessage> Send(this HttpClient client, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        // Joined by hand: as a relative address, //x would be another host.
        var request = new HttpRequestMessage(method, new Uri("http://localhost" + path));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The texts of all elements that a selector finds, white space folded.</summary>
    public static string[] Texts(this IParentNode node, string selector) => [.. node.QuerySelectorAll(selector).Select(Text)];

    /// <summary>The text of an element, white space folded.</summary>
    public static string Text(this IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
