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
        Mark().IsMatch(expression.Length <= LiquidLimits.TokenLength ? Strings().Replace(expression, "''") : expression[..LiquidLimits.TokenLength]);

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

    /// <summary>Reads <c>name = value</c>, as in <c>{% set name = value %}</c>.</summary>
    public static bool TryReadAssignment(string content, out string name, out string value)
    {
        var match = content.Length <= LiquidLimits.TokenLength ? Assignment().Match(content) : Match.Empty;
        (name, value) = (match.Groups[1].Value, match.Groups[2].Value);
        return match.Success;
    }

    /// <summary>Reads <c>i in (1..3) reversed</c>, as in <c>{% for i in (1..3) reversed %}</c>.</summary>
    public static bool TryReadRange(string content, out string item, out string range, out string rest)
    {
        var match = content.Length <= LiquidLimits.TokenLength ? Range().Match(content) : Match.Empty;
        (item, range, rest) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        return match.Success;
    }

    [GeneratedRegex(@"^([\w-]+)\s+in\s+(\([^()]*\))(.*)$", RegexOptions.Singleline, 1000)]
    private static partial Regex Range();

    [GeneratedRegex("""[(){}~+*?!\[&^%<>=]|\s-\s|\s/\s|(?<![\w.])(?:in|is|not|if|else|and|or)(?![\w:])""", RegexOptions.None, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Strings();

    [GeneratedRegex("""^(?:.*?\simport\s+|.*?\s(?=as\s))(.*?)(?:\s+with(?:out)?\s+context)?$""", RegexOptions.Singleline, 1000)]
    private static partial Regex Imported();

    [GeneratedRegex("""^([A-Za-z_][\w-]*)\s*=(?!=)\s*(.+)$""", RegexOptions.Singleline, 1000)]
    private static partial Regex Assignment();
}
