using System.Collections.Frozen;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// The tags by what becomes of them. Liquid's own are those of liquidjs, which the old site ran; <c>layout</c> and <c>block</c> are
/// missing because layouts are the site's.
/// </summary>
internal static class LiquidTags
{
    /// <summary>Tags that end with <c>end…</c>.</summary>
    public static readonly FrozenSet<string> Blocks =
        FrozenSet.ToFrozenSet(["if", "unless", "case", "for", "tablerow", "capture", "transcription"]);

    /// <summary>Tags that stand alone.</summary>
    public static readonly FrozenSet<string> Singles =
        FrozenSet.ToFrozenSet(["assign", "echo", "cycle", "increment", "decrement", "break", "continue", "dailymotion", "include", "render"]);

    /// <summary>Those of them that take a list of values.</summary>
    public static readonly FrozenSet<string> Shortcodes = FrozenSet.ToFrozenSet(["dailymotion", "transcription", "include", "render"]);

    /// <summary>Tags that divide a block, with the blocks that they may divide.</summary>
    public static readonly FrozenDictionary<string, string[]> Dividers = new Dictionary<string, string[]>
    {
        ["else"] = ["if", "unless", "case", "for"],
        ["elsif"] = ["if"],
        ["when"] = ["case"],
    }.ToFrozenDictionary();

    /// <summary>Tags of Nunjucks, or of Liquid's template files: named as such to the editor.</summary>
    public static readonly FrozenSet<string> Nunjucks = FrozenSet.ToFrozenSet(
    [
        "set", "from", "import", "layout", "extends", "block", "macro", "call", "filter", "asyncEach", "asyncAll", "switch", "elif",
        "elseif", "super", "autoescape", "do",
    ]);

    /// <summary>The block that an <c>end…</c> tag ends, or <see langword="null"/>.</summary>
    public static string? EndedBy(string name) => name.Length > 3 && name.StartsWith("end", StringComparison.Ordinal) ? name[3..] : null;

    /// <summary>Nunjucks' name of a tag that Liquid spells otherwise.</summary>
    public static string Canonical(string name) => name is "elif" or "elseif" ? "elsif" : name;
}
