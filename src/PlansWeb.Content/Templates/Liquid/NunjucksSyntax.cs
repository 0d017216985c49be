using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>Tells what was written for Nunjucks, which later versions of the old site put in the place of Liquid.</summary>
internal static partial class NunjucksSyntax
{
    /// <summary>Nunjucks' filters by their Liquid name, or with what to do instead.</summary>
    private static readonly FrozenDictionary<string, string> s_liquidFilters = new Dictionary<string, string>
    {
        ["length"] = "size",
        ["lower"] = "downcase",
        ["upper"] = "upcase",
        ["trim"] = "strip",
        ["striptags"] = "strip_html",
        ["nl2br"] = "newline_to_br",
        ["e"] = "escape",
        ["urlencode"] = "url_encode",
        ["int"] = "floor",
    }.ToFrozenDictionary();

    /// <summary>Liquid's name of a Nunjucks filter, or <see langword="null"/>.</summary>
    public static string? LiquidFilter(string name) => s_liquidFilters.GetValueOrDefault(name);

    /// <summary>Whether an expression that Liquid refuses is one that Nunjucks takes: a call, a list, an object, an operator.</summary>
    public static bool IsLikely(string expression) =>
        Mark().IsMatch(expression.Length <= LiquidLimits.TokenLength ? WithoutStrings(expression) : expression[..LiquidLimits.TokenLength]);

    /// <summary>An expression whose strings are empty.</summary>
    public static string WithoutStrings(string expression) => Strings().Replace(expression, "''");

    /// <summary>Whether an expression, no longer than one may be, ends inside a string.</summary>
    public static bool EndsInQuotes(string expression) =>
        expression.Length <= LiquidLimits.TokenLength && Strings().Matches(expression).LastOrDefault() is { } last && last.Groups["open"].Success;

    /// <summary>The same for what follows <c>for</c>, where « in » and a range are Liquid's too, but not two names.</summary>
    public static bool IsLikelyLoop(string content)
    {
        var parts = content.Split(" in ", 2);
        return parts.Length == 2
            && (parts[0].Contains(',', StringComparison.Ordinal) || (!parts[1].Contains("..", StringComparison.Ordinal) && IsLikely(parts[1])));
    }

    /// <summary>The names that a dropped tag would have made.</summary>
    public static IEnumerable<string> NamesMadeBy(LiquidToken tag)
    {
        var content = tag.Content.Length <= LiquidLimits.TokenLength ? tag.Content : "";
        var list = tag.Name switch
        {
            "set" => content.Split('=', 2)[0],
            "macro" => content.Split('(', 2)[0],
            "import" or "from" => Imported().Match(content).Groups[1].Value,
            _ => "",
        };
        return list.Split(',').Select(static name => name.Split(" as ")[^1].Trim()).Where(static name => name.Length > 0);
    }

    /// <summary><c>{% set x = 1 %}</c> stands alone, <c>{% set x %}…{% endset %}</c> does not.</summary>
    public static bool IsInlineSet(LiquidToken tag) => tag.Name == "set" && tag.Content.Contains('=', StringComparison.Ordinal);

    /// <summary>Nunjucks' <c>{% set name = value %}</c> as Liquid's <c>assign</c>, where it can be.</summary>
    public static bool TryReadAssignment(string content, out string assign)
    {
        var match = content.Length <= LiquidLimits.TokenLength ? Assignment().Match(content) : Match.Empty;
        assign = $"{{% assign {match.Groups[1].Value} = {match.Groups[2].Value} %}}";
        return match.Success;
    }

    /// <summary>The tag of eleventy-plugin-syntaxhighlight takes bare words, in Liquid alone: <c>{% highlight js 0 2 %}</c>.</summary>
    public static string Quoted(string words) => words.AsSpan().ContainsAny('\'', '"') ? words : $"'{words.Trim()}'";

    [GeneratedRegex("""[(){}~+*?!\[&^%<>=]|\s-\s|\s/\s|(?<![\w.])(?:in|is|not|if|else|and|or)(?![\w:])""", RegexOptions.None, 1000)]
    private static partial Regex Mark();

    // One that is not closed runs to the end: were it no string, each of its escaped quotes would begin another to look through.
    [GeneratedRegex("""'(?>(?:\\.?|[^'\\])*)(?:'|(?<open>\z))|["](?>(?:\\.?|[^"\\])*)(?:["]|(?<open>\z))""", RegexOptions.Singleline, 1000)]
    private static partial Regex Strings();

    [GeneratedRegex("""^(?:.*?\simport\s+|.*?\s(?=as\s))(.*?)(?:\s+with(?:out)?\s+context)?$""", RegexOptions.Singleline, 1000)]
    private static partial Regex Imported();

    [GeneratedRegex("""^([A-Za-z_][\w-]*)\s*=(?!=)\s*(.+)$""", RegexOptions.Singleline, 1000)]
    private static partial Regex Assignment();
}
