using System.Text;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// The filters that liquidjs 10, which Eleventy runs, computes otherwise than Fluid, or that Fluid lacks. A table of expressions with what liquidjs prints
/// holds them (tests: liquid-expressions.mjs).
/// </summary>
internal static partial class LiquidJsFilters
{
    /// <summary>The filters by name.</summary>
    public static IReadOnlyDictionary<string, FilterDelegate> All { get; } = new Dictionary<string, FilterDelegate>
    {
        ["abs"] = Number((input, _) => Math.Abs(input)),
        ["at_least"] = Number(Math.Max),
        ["at_most"] = Number(Math.Min),
        ["ceil"] = Number((input, _) => Math.Ceiling(input)),
        ["floor"] = Number((input, _) => Math.Floor(input)),
        ["plus"] = Number((input, other) => input + other),
        ["minus"] = Number((input, other) => input - other),
        ["times"] = Number((input, other) => input * other),
        ["modulo"] = Number((input, other) => ((input % other) + other) % other),
        ["divided_by"] = (input, arguments, _) => JsNumber.Create(
            JsNumber.Read(input) / JsNumber.Read(arguments.At(0)) is var result && arguments.At(1).ToBooleanValue() ? Math.Floor(result) : result),
        ["round"] = (input, arguments, context) => Round(input, arguments, context),
        ["size"] = (input, _, _) => NumberValue.Create(input is StringValue ? input.ToStringValue().Length : input is ArrayValue list ? list.Values.Count : 0),

        ["capitalize"] = Text((text, _) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant()),
        ["lstrip"] = Text((text, arguments) => Trim(text, arguments, text.TrimStart, text.TrimStart)),
        ["rstrip"] = Text((text, arguments) => Trim(text, arguments, text.TrimEnd, text.TrimEnd)),
        ["strip"] = Text((text, arguments) => Trim(text, arguments, text.Trim, text.Trim)),
        ["replace"] = Text((text, arguments) => arguments.At(0).ToStringValue() is { Length: > 0 } old
            ? text.Replace(old, arguments.At(1).ToStringValue(), StringComparison.Ordinal)
            : string.Join(arguments.At(1).ToStringValue(), text.ToCharArray())),
        ["newline_to_br"] = Text((text, _) => LineBreak().Replace(text, "<br />\n")),
        ["escape"] = Text((text, _) => Escape(text)),
        ["xml_escape"] = Text((text, _) => Escape(text)),
        ["escape_once"] = Text((text, _) => Escape(text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&#34;", "\"", StringComparison.Ordinal).Replace("&#39;", "'", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal))),
        ["strip_html"] = Text((text, _) => StripHtml(text)),
        ["normalize_whitespace"] = Text((text, _) => Space().Replace(text, " ")),
        ["number_of_words"] = (input, _, _) => NumberValue.Create(Space().Split(input.ToStringValue().Trim()) is [{ Length: 0 }] ? 0 : Space().Count(input.ToStringValue().Trim()) + 1),
        ["cgi_escape"] = Text((text, _) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal)),
        ["uri_escape"] = Text((text, _) => string.Concat(text.EnumerateRunes().Select(static rune =>
            rune.IsAscii && (Rune.IsLetterOrDigit(rune) || ";,/?:@&=+$-_.!~*'()#[]".Contains((char)rune.Value)) ? rune.ToString() : Uri.EscapeDataString(rune.ToString())))),

        ["split"] = Split,
        ["join"] = Words(Join),
        ["array_to_sentence_string"] = Words(Sentence),
        ["push"] = List((items, argument) => [.. items, argument]),
        ["unshift"] = List((items, argument) => [argument, .. items]),
        ["pop"] = List((items, _) => [.. items.SkipLast(1)]),
        ["shift"] = List((items, _) => [.. items.Skip(1)]),

        // Eleventy's and Nunjucks'. The site is at the root of its host, and nothing is encoded.
        ["date"] = DateFilters.Strftime,
        ["dump"] = TextFilters.ToJson,
        ["htmlDateString"] = DateFilters.Html,
        ["json"] = TextFilters.ToJson,
        ["readableDate"] = DateFilters.Readable,
        ["safe"] = (input, _, _) => input,
        ["slug"] = Text((text, _) => Slug.Of(text)),
        ["slugify"] = Text((text, _) => Slug.Of(text)),
        ["url"] = (input, _, _) => input.ToStringValue().Length > 0 ? input : new StringValue("/"),
    };

    /// <summary>What a value is when it is printed: JavaScript's form of numbers.</summary>
    public static FluidValue Printed(FluidValue value) => value is NumberValue ? new StringValue(JsNumber.Print(JsNumber.ReadStrictly(value))) : value;

    private static FilterDelegate Number(Func<double, double, double> compute) =>
        (input, arguments, _) => JsNumber.Create(compute(JsNumber.Read(input), JsNumber.Read(arguments.At(0))));

    private static FilterDelegate Text(Func<string, FilterArguments, string> compute) =>
        (input, arguments, _) => new StringValue(compute(Printed(input).ToStringValue(), arguments));

    private static FilterDelegate List(Func<IReadOnlyList<FluidValue>, FluidValue, FluidValue[]> compute) =>
        (input, arguments, _) => new ArrayValue(compute(ListFilters.Items(input), arguments.At(0)));

    // As the number is written, so that 1.005 gives 1.01; liquidjs shifts the point in its text.
    private static FluidValue Round(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var digits = (int)Math.Clamp(JsNumber.Read(arguments.At(0)), -27, 28);
        if (JsNumber.Create(JsNumber.Read(input)) is not NumberValue number)
        {
            return input;
        }

        var scale = JsNumber.Create(Math.Pow(10, Math.Max(0, -digits))).ToNumberValue();
        return NumberValue.Create(Math.Round(number.ToNumberValue() / scale, Math.Max(0, digits), MidpointRounding.AwayFromZero) * scale);
    }

    private static string Trim(string text, FilterArguments arguments, Func<string> space, Func<char[], string> characters) =>
        arguments.At(0).ToStringValue() is { Length: > 0 } set ? characters(set.ToCharArray()) : space();

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&#34;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);

    private static string StripHtml(string text)
    {
        var (kept, at) = (new StringBuilder(), 0);
        List<(string Open, string Close)> blocks = [("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->"), ("<", ">")];
        for (var start = 0; (start = text.IndexOf('<', start)) >= 0; start = at)
        {
            kept.Append(text, at, start - at);
            at = start;
            foreach (var block in blocks.Where(block => string.CompareOrdinal(text, start, block.Open, 0, block.Open.Length) == 0).ToArray())
            {
                var end = text.IndexOf(block.Close, start + block.Open.Length, StringComparison.Ordinal);
                if (end >= 0)
                {
                    at = end + block.Close.Length;
                    break;
                }

                // There is no later one either: a text of opening signs is read once, not once for each.
                blocks.Remove(block);
            }

            if (at == start)
            {
                break;
            }
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }

    private static ValueTask<FluidValue> Split(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var (text, separator) = (Printed(input).ToStringValue(), Printed(arguments.At(0)).ToStringValue());
        var parts = separator.Length == 0 ? [.. text.Select(static c => c.ToString())] : text.Split(separator);
        return new ArrayValue([.. parts.AsSpan().TrimEnd("").ToArray().Select(static part => new StringValue(part))]);
    }

    private static FilterDelegate Words(Func<IReadOnlyList<string>, FilterArguments, string> compute) =>
        (input, arguments, _) => new StringValue(compute([.. ListFilters.Items(input).Select(static item => Printed(item).ToStringValue())], arguments));

    private static string Join(IReadOnlyList<string> items, FilterArguments arguments) => string.Join(arguments.At(0).IsNil() ? " " : arguments.At(0).ToStringValue(), items);

    private static string Sentence(IReadOnlyList<string> items, FilterArguments arguments)
    {
        var connector = arguments.Count > 0 ? arguments.At(0).ToStringValue() : "and";
        return items.Count switch
        {
            0 => "",
            1 => items[0],
            2 => $"{items[0]} {connector} {items[1]}",
            _ => $"{string.Join(", ", items.SkipLast(1))}, {connector} {items[^1]}",
        };
    }

    [GeneratedRegex(@"\r?\n")]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
