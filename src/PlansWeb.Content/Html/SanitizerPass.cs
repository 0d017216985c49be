using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using PlansWeb.Content.Markdown.Headings;
using PlansWeb.Content.Markdown.Tables;
using PlansWeb.Dsfr.Components;

namespace PlansWeb.Content.Html;

/// <summary>
/// One look at a tree by Ganss' HtmlSanitizer, whose events ask <see cref="AllowedHtml"/> about each element and attribute and report what goes, and
/// then by this site: frames become links, ids of the layout other ids, and what assistive technologies miss is added. Used once.
/// </summary>
/// <remarks>
/// None of the library's own lists is used, which are wider: an attribute that our list does not keep goes. Addresses are decided by
/// <see cref="SafeAddress"/>: the library takes <c>?q=a:b</c> for a scheme.
/// </remarks>
/// <param name="root">The element whose content is looked at and changed.</param>
/// <param name="frameHosts">Hosts that may be framed.</param>
/// <param name="isExact">Bodies are as Eleventy has them.</param>
/// <param name="report">Where removals are reported; <see langword="null"/> to read own output again.</param>
internal sealed class SanitizerPass(IElement root, FrozenSet<string> frameHosts, bool isExact, SanitizerReport? report)
{
    /// <summary>Marks the paragraph that stands for a frame or player.</summary>
    public const string VideoClass = "site-video";

    private const string RenamedPrefix = "texte-";

    // What is not set here would be the library's default.
    private static readonly HtmlSanitizerOptions s_options = new()
    {
        AllowedTags = AllowedHtml.Elements.ToHashSet(StringComparer.Ordinal),
        AllowedAttributes = new HashSet<string>(),
        AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        AllowedClasses = new HashSet<string>(),
        AllowedCssProperties = new HashSet<string>(),
        AllowedSchemes = new HashSet<string>(),
        UriAttributes = new HashSet<string>(),
        UriListAttributes = new HashSet<string>(),
    };

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

    private readonly HashSet<IElement> _frames = [];
    private readonly HashSet<IElement> _inner = [];
    private TableNames? _scrollers;
    private bool _isChanged;

    /// <summary>Sanitizes the tree.</summary>
    /// <returns>Something in it was changed.</returns>
    public bool Run()
    {
        var sanitizer = new HtmlSanitizer(s_options) { KeepChildNodes = true, EncodeComment = static _ => { } };
        sanitizer.RemovingTag += (_, removing) => removing.Cancel = Remove(removing.Tag);
        sanitizer.RemovingAttribute += (_, removing) => removing.Cancel = IsKept(removing.Tag, removing.Attribute);
        sanitizer.RemovingComment += (_, removing) =>
        {
            removing.Cancel = isExact && IsNote(removing.Comment.Data);
            _isChanged |= !removing.Cancel;
        };
        sanitizer.SanitizeDom((IHtmlDocument)root.Owner!, (IHtmlElement)root);
        var elements = root.QuerySelectorAll("*").ToArray();
        foreach (var element in elements)
        {
            Complete(element, element.LocalName);
        }

        RenameIds(elements);
        return _isChanged;
    }

    // An element that is not allowed. True where everything was done; false to have it replaced by its content.
    private bool Remove(IElement element)
    {
        _isChanged = true;
        var name = element.LocalName;
        if (!root.Contains(element))
        {
            // It went with the one that held it.
            return true;
        }

        if (element is IHtmlElement && name is "iframe" or "video" or "audio")
        {
            ReplaceFrame(element);
            return true;
        }

        var isWhole = AllowedHtml.IsDroppedWhole(name);
        report?.Element(name, isWhole);
        if (isWhole)
        {
            element.Remove();
        }

        return isWhole;
    }

    private bool IsKept(IElement element, IAttr attribute)
    {
        var (name, key, value) = (element.LocalName, attribute.Name, attribute.Value);
        if (_frames.Contains(element))
        {
            return true;
        }

        if (key == "style")
        {
            ReplaceStyle(element, name, value);
        }
        else if (!(AllowedHtml.HasAttribute(name, key) || (isExact && AllowedHtml.IsInert(key))) || !AllowedHtml.HasValue(name, key, value))
        {
            report?.Attribute(name, key, value);
        }
        else if (!HasSafeAddress(key, value))
        {
            report?.Address(name, key, value);
        }
        else
        {
            return true;
        }

        _isChanged = true;
        return false;
    }

    private static bool HasSafeAddress(string name, string value) => name switch
    {
        "action" => SafeAddress.IsOwn(value),
        "src" => SafeAddress.IsAllowedImage(value),
        "srcset" => SafeAddress.IsAllowedImageList(value),
        _ => !AllowedHtml.IsAddress(name) || SafeAddress.IsAllowed(value),
    };

    // A note between writers. Markup that was commented out may be what nobody should read yet, and some servers take orders from comments
    // (Server Side Includes, Edge Side Includes, conditional comments, processing instructions): these go.
    private static bool IsNote(string comment) =>
        comment is not [] and not ['#' or '[' or '?' or '!' or '-', ..] && !comment.StartsWith("esi", StringComparison.OrdinalIgnoreCase)
        && comment.AsSpan().IndexOfAny('<', '>') < 0 && !comment.Contains("--", StringComparison.Ordinal) && comment[^1] != '-';

    private void ReplaceStyle(IElement element, string name, string style)
    {
        var rest = new List<string>();
        var classes = InlineStyle.ToClasses(style, name, rest);
        report?.Style(name, classes, rest);
        if (classes.Count > 0)
        {
            element.SetAttribute("class", string.Join(' ', element.GetAttribute("class") is { } given ? [given, .. classes.Where(each => !element.ClassList.Contains(each))] : classes));
        }
    }

    // What this site adds to, or takes from, elements that are allowed.
    private void Complete(IElement element, string name)
    {
        // A role that the element has by itself: validators warn of it.
        if (!isExact && element.GetAttribute("role") is { } role && s_ownRoles.GetValueOrDefault(name) == role)
        {
            element.RemoveAttribute("role");
            _isChanged = true;
        }

        // An icon made by a class, with a name for those who do not see it. Without a role most screen readers say nothing of the name (WAI-ARIA
        // 1.2, section 5.2.8.6), and validators refuse it.
        if (name is "i" or "span" && !element.HasChildNodes && !element.HasAttribute("role") && !string.IsNullOrWhiteSpace(element.GetAttribute("aria-label")))
        {
            Set(element, "role", "img");
        }

        if (name == "a" && element.HasAttribute("target"))
        {
            Set(element, "rel", AllowedHtml.RelWithTarget(element.GetAttribute("rel")));
        }

        CompleteScroller(element, name);
    }

    // A table that a writer put into the DSFR's box by hand, or into none, scrolls as those of Markdown do. Bodies that must be as Eleventy has them get no
    // box that they lack: one that is too wide scrolls the page.
    private void CompleteScroller(IElement element, string name)
    {
        if (name == "div" && element.ClassList.Contains("fr-table") && !element.HasAttribute("tabindex") && !element.HasAttribute("role")
            && element.QuerySelector("table") is { } table && table.Closest("[tabindex]") is null)
        {
            MakeScroller(element, table);
        }
        else if (name == "table" && !isExact && element.GetAttribute("role") is not "presentation" and not "none" && !_inner.Contains(element)
            && element.QuerySelector("td, th") is not null && element.Closest(".fr-table, [tabindex]") is null && element.Parent is { } parent)
        {
            _inner.UnionWith(element.QuerySelectorAll("table"));
            var box = root.Owner!.CreateElement("div");
            box.ClassName = "fr-table__container";
            parent.ReplaceChild(box, element);
            box.AppendChild(element);
            MakeScroller(box, element);
        }
    }

    private void MakeScroller(IElement box, IElement table)
    {
        var isNamed = box.HasAttribute("aria-label") || box.HasAttribute("aria-labelledby");
        foreach (var (attribute, value) in isNamed ? ScrollingBox.Attributes : ScrollingBox.Named(ScrollerName(table)))
        {
            Set(box, attribute, value);
        }
    }

    private string ScrollerName(IElement table)
    {
        IEnumerable<IElement> titles = table.QuerySelector("caption") is { } caption ? [caption] : table.QuerySelectorAll("tr:first-child th");
        _scrollers ??= new TableNames(root.QuerySelectorAll("[aria-label]").Select(static named => named.GetAttribute("aria-label")!));
        return _scrollers.Next(titles.Select(static title => HeadingText.Collapse(title.TextContent)));
    }

    // Elements that took an id of the layout get another; the links inside the text follow.
    private void RenameIds(IReadOnlyList<IElement> elements)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in elements.Select(static element => element.Id).OfType<string>())
        {
            if (LayoutIds.All.Contains(id) && renamed.TryAdd(id, RenamedPrefix + id))
            {
                report?.Id(id, RenamedPrefix + id);
            }
        }

        if (renamed.Count == 0)
        {
            return;
        }

        foreach (var element in elements)
        {
            foreach (var attribute in element.Attributes.ToArray())
            {
                var value = attribute.Value;
                Set(element, attribute.Name, attribute.Name switch
                {
                    "id" => renamed.GetValueOrDefault(value, value),
                    "href" when value.StartsWith('#') => "#" + renamed.GetValueOrDefault(value[1..], value[1..]),
                    var name when AllowedHtml.IsReference(name) => string.Join(' ', value.Split(' ').Select(id => renamed.GetValueOrDefault(id, id))),
                    _ => value,
                });
            }
        }
    }

    private void ReplaceFrame(IElement element)
    {
        var document = root.Owner!;
        if (element.LocalName == "iframe" && Uri.TryCreate(element.GetAttribute("src") ?? "", UriKind.Absolute, out var uri) && uri.Scheme == "https"
            && HostName.ToAscii(uri.Host) is { } host && frameHosts.Contains(host))
        {
            element.Replace(AllowedFrame(element, uri));
            return;
        }

        var video = EmbeddedVideo.Of(element);
        report?.Video(element.LocalName, video?.Address, EmbeddedVideo.GivenTitle(element) is not null);
        if (video is null)
        {
            element.Remove();
            return;
        }

        // A paragraph of its own where one may stand; inside a sentence, or a link, the link or its text alone.
        INode shown = document.CreateTextNode(video.Text);
        if (element.Closest("a") is null)
        {
            shown = Around("a", "fr-link", shown);
            ((IElement)shown).SetAttribute("href", video.Address);
        }

        element.Replace(element.ParentElement is { } parent && s_holdsParagraphs.Contains(parent.LocalName) ? Around("p", VideoClass, shown) : shown);

        IElement Around(string name, string className, INode content)
        {
            var outer = document.CreateElement(name);
            outer.ClassName = className;
            outer.AppendChild(content);
            return outer;
        }
    }

    private IElement AllowedFrame(IElement element, Uri source)
    {
        var frame = root.Owner!.CreateElement("iframe");
        frame.SetAttribute("src", source.AbsoluteUri);
        foreach (var name in (string[])["title", "width", "height", "class", "id"])
        {
            if (element.GetAttribute(name) is { } value && !(name == "id" && LayoutIds.All.Contains(value)))
            {
                frame.SetAttribute(name, value);
            }
        }

        // The player may run, in its own origin; it may not lead this page away.
        frame.SetAttribute("loading", "lazy");
        frame.SetAttribute("referrerpolicy", "strict-origin");
        frame.SetAttribute("sandbox", "allow-scripts allow-same-origin allow-presentation allow-popups");
        frame.SetAttribute("allowfullscreen", "");
        _frames.Add(frame);
        return frame;
    }

    private void Set(IElement element, string name, string value)
    {
        if (element.GetAttribute(name) != value)
        {
            element.SetAttribute(name, value);
            _isChanged = true;
        }
    }
}
