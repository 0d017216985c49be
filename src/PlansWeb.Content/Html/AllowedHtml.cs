using System.Collections.Frozen;

namespace PlansWeb.Content.Html;

/// <summary>
/// The HTML that editors may write, in full. What is not here does not reach a page. Everything the DSFR asks for is here, and nothing that
/// runs, loads from elsewhere, or makes a browser read what follows by other rules than those of plain HTML.
/// </summary>
internal static class AllowedHtml
{
    /// <summary>Attributes of every element, beside <c>aria-*</c> and <c>data-fr-*</c>, which do nothing without a script.</summary>
    private static readonly FrozenSet<string> s_everywhere = Words(
        "class id lang dir title role tabindex hidden translate popover");

    /// <summary>The elements, with the attributes of their own.</summary>
    /// <remarks>
    /// Absent on purpose: what holds raw text (<c>script style iframe noembed noframes noscript plaintext textarea title xmp</c>), what is read
    /// by other rules (<c>math svg template select</c>), what loads (<c>base embed frame link meta object</c>). Without them, text that was
    /// escaped once can never become a tag: this is what mutation attacks need.
    /// </remarks>
    private static readonly FrozenDictionary<string, FrozenSet<string>> s_elements = new Dictionary<string, string>
    {
        // Sections and blocks
        ["address"] = "",
        ["article"] = "",
        ["aside"] = "",
        ["blockquote"] = "cite",
        ["center"] = "",
        ["details"] = "open name",
        ["dialog"] = "",
        ["div"] = "",
        ["dd"] = "",
        ["dl"] = "",
        ["dt"] = "",
        ["figcaption"] = "",
        ["figure"] = "",
        ["footer"] = "",
        ["header"] = "",
        ["hgroup"] = "",
        ["hr"] = "",
        ["h1"] = "",
        ["h2"] = "",
        ["h3"] = "",
        ["h4"] = "",
        ["h5"] = "",
        ["h6"] = "",
        ["li"] = "value",
        ["menu"] = "",
        ["nav"] = "",
        ["ol"] = "start reversed type",
        ["p"] = "",
        ["pre"] = "",
        ["search"] = "",
        ["section"] = "",
        ["summary"] = "",
        ["ul"] = "",

        // Text
        ["a"] = "href target rel hreflang download name type",
        ["abbr"] = "",
        ["acronym"] = "",
        ["b"] = "",
        ["bdi"] = "",
        ["bdo"] = "",
        ["big"] = "",
        ["br"] = "",
        ["cite"] = "",
        ["code"] = "",
        ["data"] = "value",
        ["del"] = "cite datetime",
        ["dfn"] = "",
        ["em"] = "",
        ["font"] = "",
        ["i"] = "",
        ["ins"] = "cite datetime",
        ["kbd"] = "",
        ["mark"] = "",
        ["q"] = "cite",
        ["rp"] = "",
        ["rt"] = "",
        ["ruby"] = "",
        ["s"] = "",
        ["samp"] = "",
        ["small"] = "",
        ["span"] = "",
        ["strike"] = "",
        ["strong"] = "",
        ["sub"] = "",
        ["sup"] = "",
        ["time"] = "datetime",
        ["tt"] = "",
        ["u"] = "",
        ["var"] = "",
        ["wbr"] = "",

        // Images
        ["img"] = "src alt width height srcset sizes loading decoding",
        ["picture"] = "",
        ["source"] = "srcset sizes media type width height",

        // Tables
        ["caption"] = "",
        ["col"] = "span",
        ["colgroup"] = "span",
        ["table"] = "",
        ["tbody"] = "",
        ["td"] = "colspan rowspan headers",
        ["tfoot"] = "",
        ["th"] = "colspan rowspan headers scope abbr",
        ["thead"] = "",
        ["tr"] = "",

        // Controls that work without a script: a search, a window of the browser's own
        ["button"] = "type name value disabled popovertarget popovertargetaction",
        ["fieldset"] = "disabled name",
        ["form"] = "action method",
        ["input"] = "type name value checked disabled placeholder required maxlength minlength min max step autocomplete",
        ["label"] = "for",
        ["legend"] = "",
        ["meter"] = "value min max low high optimum",
        ["output"] = "for name",
        ["progress"] = "value max",
    }.ToFrozenDictionary(static pair => pair.Key, static pair => Words(pair.Value), StringComparer.Ordinal);

    /// <summary>Elements that go with all they hold: none of it is text for readers.</summary>
    private static readonly FrozenSet<string> s_droppedWhole = Words(
        "applet base basefont bgsound embed frame frameset head link meta noembed noframes param script style svg template title track");

    /// <summary>Elements without content or end tag.</summary>
    private static readonly FrozenSet<string> s_void = Words("br col hr img input source wbr");

    /// <summary>Attributes that hold one address.</summary>
    private static readonly FrozenSet<string> s_addresses = Words("href src cite action");

    /// <summary>Attributes that name ids of the page.</summary>
    private static readonly FrozenSet<string> s_references = Words(
        "for headers popovertarget aria-labelledby aria-describedby aria-controls aria-owns aria-details aria-flowto aria-activedescendant");

    /// <summary>Values that an attribute may have, where it may not have any.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> s_values = new Dictionary<string, string>
    {
        ["target"] = "_blank _self",
        ["method"] = "get",
        ["tabindex"] = "-1 0",
        ["button type"] = "button submit reset",
        ["input type"] = "button checkbox date email hidden number radio reset search submit tel text url",
    }.ToFrozenDictionary(static pair => pair.Key, static pair => Words(pair.Value), StringComparer.Ordinal);

    /// <summary>Attributes of another age that only say how things look.</summary>
    private static readonly FrozenSet<string> s_looks = Words(
        "align alink background bgcolor border bordercolor cellpadding cellspacing char charoff clear color compact face frame frameborder height "
        + "hspace link marginheight marginwidth noshade nowrap rules scrolling size text valign vlink vspace width");

    /// <summary>The names of all elements.</summary>
    public static IEnumerable<string> Elements => s_elements.Keys;

    /// <summary>The element may stand in a page.</summary>
    public static bool HasElement(string name) => s_elements.ContainsKey(name);

    /// <summary>The element goes with all it holds; other elements that are not allowed leave their content.</summary>
    public static bool IsDroppedWhole(string name) => s_droppedWhole.Contains(name);

    /// <summary>The element has no content and no end tag.</summary>
    public static bool IsVoid(string name) => s_void.Contains(name);

    /// <summary>The attribute may stand on the element, whatever its value.</summary>
    public static bool HasAttribute(string element, string name) =>
        s_everywhere.Contains(name) || (s_elements.TryGetValue(element, out var own) && own.Contains(name))
        || ((name.StartsWith("aria-", StringComparison.Ordinal) || name.StartsWith("data-fr-", StringComparison.Ordinal)) && IsPlainName(name));

    /// <summary>
    /// The attribute holds data of its writer's own (HTML Standard, « data-* ») or was meant for another Markdown processor. Eleventy's dialect keeps
    /// both: no browser does anything with them.
    /// </summary>
    public static bool IsInert(string name) => name is "markdown" || (name.Length > 5 && name.StartsWith("data-", StringComparison.Ordinal) && IsPlainName(name));

    /// <summary>The attribute may have the value.</summary>
    public static bool HasValue(string element, string name, string value) =>
        (!s_values.TryGetValue(name, out var values) && !s_values.TryGetValue($"{element} {name}", out values))
        || values.Contains(value.ToLowerInvariant());

    /// <summary>
    /// The <c>rel</c> of a link with a <c>target</c>: what its writer gave, and <c>noopener</c> in any case, so that the page that opens does not
    /// get a hold on this one (HTML Standard, « noopener »; browsers add it by themselves for <c>_blank</c> only, and not all do).
    /// </summary>
    public static string RelWithTarget(string? rel)
    {
        var words = (rel ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(static word => !word.Equals("opener", StringComparison.OrdinalIgnoreCase)).ToList();
        return string.Join(' ', words.Exists(static word => word.Equals("noopener", StringComparison.OrdinalIgnoreCase)) ? words : words.Append("noopener"));
    }

    /// <summary>The attribute holds an address.</summary>
    public static bool IsAddress(string name) => s_addresses.Contains(name);

    /// <summary>The attribute names ids of the page.</summary>
    public static bool IsReference(string name) => s_references.Contains(name);

    /// <summary>The attribute only says how something looks, which is the DSFR's to say.</summary>
    public static bool IsLook(string name) => s_looks.Contains(name);

    private static bool IsPlainName(string name) => name.AsSpan().IndexOfAnyExcept(s_plain) < 0;

    private static readonly System.Buffers.SearchValues<char> s_plain = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private static FrozenSet<string> Words(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
