using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>
/// Looks for anything in HTML that could run, load or lead elsewhere, by lists of its own: nothing of the sanitizer is used here. What a browser makes of the
/// same texts is looked at by the browser tests.
/// </summary>
internal static class Safety
{
    private static readonly string[] s_addresses = ["href", "src", "action", "formaction", "cite", "data", "poster", "background", "xlink:href", "srcset", "ping", "longdesc"];

    private static readonly string[] s_elements =
    [
        "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "link", "meta", "svg", "math", "template", "noscript",
        "textarea", "title", "xmp", "plaintext", "noembed", "noframes", "select", "isindex", "portal", "marquee", "keygen", "audio", "video",
    ];

    /// <summary>What is wrong with a fragment; empty for a safe one.</summary>
    /// <param name="html">The fragment.</param>
    public static List<string> Faults(string html)
    {
        var faults = new List<string>();
        foreach (var scripting in (bool[])[true, false])
        {
            using var document = new HtmlParser(new HtmlParserOptions { IsScripting = scripting }).ParseDocument($"<!DOCTYPE html><body><main><div id=wrapper>{html}</div></main><hr id=after>");
            Look(document, faults);
        }

        return faults;
    }

    private static void Look(IHtmlDocument document, List<string> faults)
    {
        if (document.GetElementById("after")?.ParentElement != document.Body || document.QuerySelector("main")!.ChildNodes.Length != 1)
        {
            faults.Add("gets out of its element");
        }

        foreach (var element in document.GetElementById("wrapper")!.QuerySelectorAll("*"))
        {
            if (s_elements.Contains(element.LocalName) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
            {
                faults.Add($"<{element.LocalName}>");
            }

            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc" or "formaction" or "xmlns" or "is" or "nonce" or "autofocus" or "contenteditable")
                {
                    faults.Add(attribute.Name);
                }

                if (s_addresses.Contains(attribute.Name) && IsBad(attribute.Value))
                {
                    faults.Add($"{attribute.Name}={attribute.Value}");
                }
            }
        }
    }

    private static bool IsBad(string address)
    {
        var text = string.Concat(address.Where(c => c > ' ')).ToLowerInvariant();
        return text.StartsWith("javascript:", StringComparison.Ordinal) || text.StartsWith("vbscript:", StringComparison.Ordinal)
            || text.StartsWith("file:", StringComparison.Ordinal) || text.StartsWith("blob:", StringComparison.Ordinal) || text.StartsWith("filesystem:", StringComparison.Ordinal)
            || (text.StartsWith("data:", StringComparison.Ordinal) && !text.StartsWith("data:image/png;base64,", StringComparison.Ordinal));
    }
}
