using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using PlansWeb.Content.Markdown.Headings;
using PlansWeb.Content.Markdown.Tables;
using PlansWeb.Dsfr.Components;

namespace PlansWeb.Content.Html;

/// <summary>
/// Writes the part of a tree that is allowed. All text is encoded, all values are quoted, comments are left out; a tag comes out only by its
/// name in <see cref="AllowedHtml"/>.
/// </summary>
/// <param name="frameHosts">Hosts that may be framed.</param>
/// <param name="remarks">Where removals are reported; <see langword="null"/> to read own output again.</param>
internal sealed class HtmlWriter(FrozenSet<string> frameHosts, Remarks? remarks)
{
    /// <summary>Marks the paragraph that stands for a frame or player.</summary>
    public const string VideoClass = "site-video";

    private const string HtmlNamespace = "http://www.w3.org/1999/xhtml";
    private const string RenamedPrefix = "texte-";

    private static readonly FrozenSet<string> s_holdsParagraphs = FrozenSet.ToFrozenSet(
        ["article", "aside", "blockquote", "body", "dd", "details", "div", "fieldset", "figure", "li", "section", "td", "th"], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_ownRoles = new Dictionary<string, string>
    {
        ["article"] = "article",
        ["aside"] = "complementary",
        ["button"] = "button",
        ["form"] = "form",
        ["h1"] = "heading",
        ["h2"] = "heading",
        ["h3"] = "heading",
        ["h4"] = "heading",
        ["h5"] = "heading",
        ["h6"] = "heading",
        ["img"] = "img",
        ["li"] = "listitem",
        ["nav"] = "navigation",
        ["ol"] = "list",
        ["table"] = "table",
        ["td"] = "cell",
        ["tr"] = "row",
        ["ul"] = "list",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly StringBuilder _html = new();
    private readonly Dictionary<string, int> _scrollers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);

    /// <summary>Gives other ids to elements that took those of the layout; the links inside the text follow.</summary>
    public IReadOnlyDictionary<string, string> RenameIds(IElement root)
    {
        foreach (var element in root.QuerySelectorAll("[id]"))
        {
            var id = element.Id!;
            if (LayoutIds.All.Contains(id) && _renamed.TryAdd(id, RenamedPrefix + id))
            {
                remarks?.Id(id, RenamedPrefix + id);
            }
        }

        return _renamed;
    }

    /// <summary>Writes nodes; the writer is used once.</summary>
    public string Write(IEnumerable<INode> nodes)
    {
        foreach (var node in nodes)
        {
            Write(node);
        }

        return _html.ToString();
    }

    // Recursion goes as deep as the parser nests, which is limited.
    private void Write(INode node)
    {
        if (node is IText text)
        {
            Encode(text.Data, inValue: false);
        }
        else if (node is IElement element)
        {
            Write(element);
        }
    }

    private void Write(IElement element)
    {
        var name = element.LocalName;
        var isHtml = element.NamespaceUri == HtmlNamespace;
        if (isHtml && name is "iframe" or "video" or "audio")
        {
            WriteFrame(element);
        }
        else if (isHtml && AllowedHtml.HasElement(name))
        {
            WriteAllowed(element, name);
        }
        else
        {
            var isWhole = AllowedHtml.IsDroppedWhole(name);
            remarks?.Element(name, isWhole);
            if (!isWhole)
            {
                WriteChildren(element);
            }
        }
    }

    private void WriteAllowed(IElement element, string name)
    {
        _html.Append('<').Append(name);
        WriteAttributes(element, name);
        WriteScroller(element, name);
        _html.Append('>');
        if (AllowedHtml.IsVoid(name))
        {
            return;
        }

        // The parser drops a first line end in pre.
        if (name == "pre" && element.FirstChild is IText { Data: ['\n', ..] })
        {
            _html.Append('\n');
        }

        WriteChildren(element);
        _html.Append("</").Append(name).Append('>');
    }

    private void WriteChildren(IElement element)
    {
        foreach (var child in element.ChildNodes)
        {
            Write(child);
        }
    }

    private void WriteAttributes(IElement element, string name)
    {
        IReadOnlyList<string> classes = [];
        var hasClass = false;
        if (element.GetAttribute("style") is { } style)
        {
            var rest = new List<string>();
            classes = InlineStyle.ToClasses(style, name, rest);
            remarks?.Style(name, classes, rest);
        }

        var hasTarget = name == "a" && element.GetAttribute("target") is { } target && AllowedHtml.HasValue(name, "target", target);
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name is "style" || attribute.Name is "rel" && hasTarget)
            {
                continue;
            }

            // A role that the element has by itself: validators warn of it.
            if (attribute.Name == "role" && s_ownRoles.GetValueOrDefault(name) == attribute.Value)
            {
                continue;
            }

            if (!AllowedHtml.HasAttribute(name, attribute.Name) || !AllowedHtml.HasValue(name, attribute.Name, attribute.Value))
            {
                remarks?.Attribute(name, attribute.Name, attribute.Value);
            }
            else if (!HasSafeAddress(name, attribute))
            {
                remarks?.Address(name, attribute.Name, attribute.Value);
            }
            else if (attribute.Name == "class")
            {
                hasClass = true;
                WriteAttribute("class", string.Join(' ', [attribute.Value, .. classes]));
            }
            else
            {
                WriteAttribute(attribute.Name, Renamed(attribute));
            }
        }

        if (!hasClass && classes.Count > 0)
        {
            WriteAttribute("class", string.Join(' ', classes));
        }

        if (IsNamedIcon(element, name))
        {
            WriteAttribute("role", "img");
        }

        if (hasTarget)
        {
            WriteAttribute("rel", AllowedHtml.RelWithTarget(element.GetAttribute("rel")));
        }
    }

    // An icon made by a class, with a name for those who do not see it. Without a role most screen readers say nothing of the name (WAI-ARIA 1.2,
    // section 5.2.8.6), and validators refuse it.
    private static bool IsNamedIcon(IElement element, string name) =>
        name is "i" or "span" && !element.HasChildNodes && !element.HasAttribute("role") && !string.IsNullOrWhiteSpace(element.GetAttribute("aria-label"));

    // A table that a writer put into the DSFR's box by hand scrolls as those of Markdown do.
    private void WriteScroller(IElement element, string name)
    {
        if (name == "div" && element.ClassList.Contains("fr-table") && !element.HasAttribute("tabindex") && !element.HasAttribute("role")
            && element.QuerySelector("table") is { } table && table.Closest("[tabindex]") is null)
        {
            var isNamed = element.HasAttribute("aria-label") || element.HasAttribute("aria-labelledby");
            foreach (var (attribute, value) in isNamed ? ScrollingBox.Attributes : ScrollingBox.Named(ScrollerName(table)))
            {
                WriteAttribute(attribute, value);
            }
        }
    }

    // Two landmarks of a page have two names.
    private string ScrollerName(IElement table)
    {
        IEnumerable<IElement> titles = table.QuerySelector("caption") is { } caption ? [caption] : table.QuerySelectorAll("tr:first-child th");
        var name = TableName.Of(titles.Select(static title => HeadingText.Collapse(title.TextContent)));
        var times = _scrollers[name] = _scrollers.GetValueOrDefault(name) + 1;
        return times == 1 ? name : $"{name} ({times})";
    }

    private static bool HasSafeAddress(string element, IAttr attribute) => attribute.Name switch
    {
        "action" => SafeAddress.IsOwn(attribute.Value),
        "src" => SafeAddress.IsAllowedImage(attribute.Value),
        "srcset" => SafeAddress.IsAllowedImageList(attribute.Value),
        _ => !AllowedHtml.IsAddress(attribute.Name) || SafeAddress.IsAllowed(attribute.Value),
    };

    private string Renamed(IAttr attribute)
    {
        var value = attribute.Value;
        if (_renamed.Count == 0)
        {
            return value;
        }

        if (attribute.Name == "id")
        {
            return _renamed.GetValueOrDefault(value, value);
        }

        if (attribute.Name == "href" && value.StartsWith('#'))
        {
            return "#" + _renamed.GetValueOrDefault(value[1..], value[1..]);
        }

        return AllowedHtml.IsReference(attribute.Name)
            ? string.Join(' ', value.Split(' ').Select(id => _renamed.GetValueOrDefault(id, id)))
            : value;
    }

    private void WriteFrame(IElement element)
    {
        var source = element.GetAttribute("src") ?? "";
        if (element.LocalName == "iframe" && Uri.TryCreate(source, UriKind.Absolute, out var uri) && uri.Scheme == "https"
            && HostName.ToAscii(uri.Host) is { } host && frameHosts.Contains(host))
        {
            WriteAllowedFrame(element, uri);
            return;
        }

        var video = EmbeddedVideo.Of(element);
        remarks?.Video(element.LocalName, video?.Address);
        if (video is null)
        {
            return;
        }

        // A paragraph of its own where one may stand; inside a sentence, or a link, the link or its text alone.
        var isBlock = element.ParentElement is { } parent && s_holdsParagraphs.Contains(parent.LocalName);
        var isLink = element.Closest("a") is null;
        if (isBlock)
        {
            _html.Append("<p");
            WriteAttribute("class", VideoClass);
            _html.Append('>');
        }

        if (isLink)
        {
            _html.Append("<a");
            WriteAttribute("class", "fr-link");
            WriteAttribute("href", video.Address);
            _html.Append('>');
        }

        Encode(video.Text, inValue: false);
        _html.Append(isLink ? "</a>" : "").Append(isBlock ? "</p>" : "");
    }

    private void WriteAllowedFrame(IElement element, Uri source)
    {
        _html.Append("<iframe");
        WriteAttribute("src", source.AbsoluteUri);
        foreach (var name in (string[])["title", "width", "height", "class", "id"])
        {
            if (element.GetAttribute(name) is { } value && !(name == "id" && LayoutIds.All.Contains(value)))
            {
                WriteAttribute(name, value);
            }
        }

        // The player may run, in its own origin; it may not lead this page away.
        WriteAttribute("loading", "lazy");
        WriteAttribute("referrerpolicy", "strict-origin");
        WriteAttribute("sandbox", "allow-scripts allow-same-origin allow-presentation allow-popups");
        _html.Append(" allowfullscreen></iframe>");
    }

    private void WriteAttribute(string name, string value)
    {
        _html.Append(' ').Append(name).Append("=\"");
        Encode(value, inValue: true);
        _html.Append('"');
    }

    private void Encode(string text, bool inValue)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => _html.Append("&amp;"),
                '<' => _html.Append("&lt;"),
                '>' => _html.Append("&gt;"),
                '"' when inValue => _html.Append("&quot;"),
                '\r' => _html.Append("&#13;"),
                _ => _html.Append(c),
            };
        }
    }
}
