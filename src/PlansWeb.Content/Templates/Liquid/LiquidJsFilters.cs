using System.Globalization;
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
    private const double LargestInteger = 9007199254740991;

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
        ["round"] = (input, arguments, _) => JsNumber.Create(Round(JsNumber.Read(input), JsNumber.Read(arguments.At(0)))),
        ["sum"] = Sum,
        ["size"] = (input, _, _) => NumberValue.Create(input is StringValue ? input.ToStringValue().Length : input is ArrayValue or DictionaryValue ? Items(input).Count : 0),

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
        ["sort"] = (input, arguments, context) => Sort(input, arguments, context, Compare),
        ["sort_natural"] = (input, arguments, context) => Sort(input, arguments, context, static (a, b) => Compare(Lower(a), Lower(b))),
        ["map"] = Map,
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

    /// <summary>A property, where the lengths of texts and lists are properties too.</summary>
    public static async ValueTask<FluidValue> Member(FluidValue item, string path, TemplateContext context)
    {
        foreach (var name in path.Split('.'))
        {
            item = item switch
            {
                StringValue when name is "size" or "length" => NumberValue.Create(item.ToStringValue().Length),
                ArrayValue list when name is "size" or "length" => NumberValue.Create(list.Values.Count),
                _ when item.ToObjectValue() is IFluidIndexable map => map.TryGetValue(name, out var value) ? value : NilValue.Instance,
                _ => await item.GetValueAsync(name, context),
            };
        }

        return item;
    }

    private static FilterDelegate Number(Func<double, double, double> compute) =>
        (input, arguments, _) => JsNumber.Create(compute(JsNumber.Read(input), JsNumber.Read(arguments.At(0))));

    private static FilterDelegate Text(Func<string, FilterArguments, string> compute) =>
        (input, arguments, _) => new StringValue(compute(Printed(input).ToStringValue(), arguments));

    private static FilterDelegate List(Func<IReadOnlyList<FluidValue>, FluidValue, FluidValue[]> compute) =>
        (input, arguments, _) => new ArrayValue(compute(Items(input), arguments.At(0)));

    private static IReadOnlyList<FluidValue> Items(FluidValue value) =>
        value is ArrayValue list ? list.Values : value.IsNil() ? [] : value.ToObjectValue() is IFluidIndexable map ? [.. map.Keys.Select(static key => new StringValue(key))] : [value];

    // liquidjs shifts the decimal point in the text of the number, so that 1.005 is rounded as it is written.
    private static double Round(double number, double digits)
    {
        var scaled = Shift(Math.Abs(number), digits);
        if (!(scaled <= LargestInteger))
        {
            return number;
        }

        var rounded = Shift(Math.Floor(scaled + 0.5), -digits);
        return number < 0 ? -rounded : rounded;
    }

    private static double Shift(double number, double exponent)
    {
        var parts = JsNumber.Print(number).Split('e');
        var power = (parts.Length > 1 ? double.Parse(parts[1], CultureInfo.InvariantCulture) : 0) + exponent;
        return double.TryParse($"{parts[0]}e{JsNumber.Print(power)}", NumberStyles.Float, CultureInfo.InvariantCulture, out var shifted) ? shifted : double.NaN;
    }

    private static async ValueTask<FluidValue> Sum(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var sum = 0d;
        foreach (var item in Items(input))
        {
            var number = JsNumber.ReadStrictly(arguments.Count > 0 ? await Member(item, arguments.At(0).ToStringValue(), context) : item);
            sum += double.IsNaN(number) ? 0 : number;
        }

        return JsNumber.Create(sum);
    }

    private static string Trim(string text, FilterArguments arguments, Func<string> space, Func<char[], string> characters) =>
        arguments.At(0).ToStringValue() is { Length: > 0 } set ? characters(set.ToCharArray()) : space();

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&#34;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);

    private static string StripHtml(string text)
    {
        var kept = new StringBuilder();
        List<(string Open, string Close)> blocks = [("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->"), ("<", ">")];
        for (var i = 0; i < text.Length;)
        {
            var start = text.IndexOf('<', i);
            if (start < 0)
            {
                return kept.Append(text, i, text.Length - i).ToString();
            }

            kept.Append(text, i, start - i);
            i = -1;
            foreach (var block in blocks.Where(block => string.CompareOrdinal(text, start, block.Open, 0, block.Open.Length) == 0).ToArray())
            {
                var end = text.IndexOf(block.Close, start + block.Open.Length, StringComparison.Ordinal);
                if (end >= 0)
                {
                    i = end + block.Close.Length;
                    break;
                }

                // There is no later one either: a text of opening signs is read once, not once for each.
                blocks.Remove(block);
            }

            if (i < 0)
            {
                return kept.Append(text, start, text.Length - start).ToString();
            }
        }

        return kept.ToString();
    }

    private static ValueTask<FluidValue> Split(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var (text, separator) = (Printed(input).ToStringValue(), Printed(arguments.At(0)).ToStringValue());
        var parts = separator.Length == 0 ? [.. text.Select(static c => c.ToString())] : text.Split(separator);
        return new ArrayValue([.. parts.AsSpan().TrimEnd("").ToArray().Select(static part => new StringValue(part))]);
    }

    private static FilterDelegate Words(Func<IReadOnlyList<string>, FilterArguments, string> compute) =>
        (input, arguments, _) => new StringValue(compute([.. Items(input).Select(static item => Printed(item).ToStringValue())], arguments));

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

    private static async ValueTask<FluidValue> Map(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var items = Items(input);
        var values = new FluidValue[items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = await Member(items[i], arguments.At(0).ToStringValue(), context);
        }

        return new ArrayValue(values);
    }

    private static async ValueTask<FluidValue> Sort(FluidValue input, FilterArguments arguments, TemplateContext context, Comparison<FluidValue> compare)
    {
        var keys = new List<(FluidValue Key, FluidValue Item)>();
        foreach (var item in Items(input))
        {
            keys.Add((arguments.Count > 0 ? await Member(item, arguments.At(0).ToStringValue(), context) : item, item));
        }

        return new ArrayValue([.. keys.OrderBy(static pair => pair.Key, Comparer<FluidValue>.Create(compare)).Select(static pair => pair.Item)]);
    }

    private static FluidValue Lower(FluidValue value) => value is StringValue ? new StringValue(value.ToStringValue().ToLowerInvariant()) : value;

    // What is missing comes last; texts by their code units, a text and a number as numbers, as JavaScript's « < » has it.
    private static int Compare(FluidValue a, FluidValue b) => (a.IsNil(), b.IsNil()) switch
    {
        (true, true) => 0,
        (true, _) => 1,
        (_, true) => -1,
        _ when a is StringValue && b is StringValue => string.CompareOrdinal(a.ToStringValue(), b.ToStringValue()),
        _ when a is DateValue && b is DateValue => a.ToNumberValue().CompareTo(b.ToNumberValue()),
        _ => JsNumber.ReadStrictly(a).CompareTo(JsNumber.ReadStrictly(b)),
    };

    [GeneratedRegex(@"\r?\n")]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
