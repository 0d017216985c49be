using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fluid;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// The filters: Liquid's own, by Fluid, and those that editors know from Eleventy, each inside the limits. Fluid's other filters are left out: nobody
/// knows them from Eleventy, and some (<c>format_string</c>) can pad to any length.
/// </summary>
internal sealed class LiquidFilters
{
    private static readonly HashSet<string> s_standard =
    [
        "append", "base64_decode", "base64_encode", "compact", "concat", "default", "downcase", "first", "last", "prepend", "raw", "remove",
        "remove_first", "remove_last", "replace_first", "replace_last", "reverse", "slice", "strip_newlines", "truncate", "truncatewords", "uniq", "upcase", "url_decode", "url_encode",
    ];

    // What the templates of Eleventy and of eleventy-dsfr bring (nunjucks-host.js).
    private static readonly string[] s_brought =
    [
        "locale_url", "i18n", "head", "min", "filterTagList", "getAllTags", "inputPathToUrl", "getCollectionItem", "getPreviousCollectionItem", "getNextCollectionItem",
        "getCollectionItemIndex", "eleventyNavigation", "eleventyNavigationBreadcrumb", "eleventyNavigationToHtml", "eleventyNavigationToMarkdown", "limit", "log", "inspect",
    ];
    private static readonly string[] s_shortcodes = ["image", "imageContent"];

    /// <summary>Makes the filters.</summary>
    /// <param name="clock">The time that <c>"now" | date</c> gives.</param>
    /// <param name="project">The project whose functions are filters too; <see langword="null"/> where no scripts run.</param>
    public LiquidFilters(TimeProvider clock, EleventyProject? project = null)
    {
        Options = new TemplateOptions
        {
            MaxSteps = LiquidLimits.Steps,
            MaxRecursion = LiquidLimits.BlockDepth * 2,
            CultureInfo = CultureInfo.InvariantCulture,
            ModelNamesComparer = StringComparer.Ordinal,
            Now = clock.GetUtcNow,
        };
        var fluid = Options.Filters.Where(static filter => s_standard.Contains(filter.Key)).ToList();
        Options.Filters.Clear();
        fluid.ForEach(filter => Add(filter.Key, filter.Value));
        foreach (var (name, filter) in LiquidJsFilters.All.Concat(ListFilters.All))
        {
            Add(name, filter);
        }

        if (project is { IsExact: true })
        {
            Add("slugify", (input, _, _) => new StringValue(project.Slugify(input.ToStringValue())));
        }

        Shortcodes = project is null ? new HashSet<string>() : project.Shortcodes.Concat(s_shortcodes).ToHashSet();
        PairedShortcodes = project?.PairedShortcodes ?? new HashSet<string>();
        foreach (var name in project is null ? [] : s_brought.Where(name => !Knows(name)).Concat(project.IsExact ? ["slug"] : []).Concat(project.Filters))
        {
            Options.Filters.AddFilter(name, (input, arguments, context) =>
            {
                var run = (LiquidRun)context;
                run.Charge(input);
                object?[] all = [PlainValues.ToPlain(input), .. Enumerable.Range(0, arguments.Count).Select(i => PlainValues.ToPlain(arguments.At(i)))];
                return run.Values.ToFluid(run.Call("filter", name, all));
            });
        }
    }

    /// <summary>The names of what may stand as a tag and is no tag of Liquid.</summary>
    public IReadOnlySet<string> Shortcodes { get; }

    /// <summary>The same, for tags with an end.</summary>
    public IReadOnlySet<string> PairedShortcodes { get; }

    /// <summary>Fluid's options with the filters in them, for every rendering.</summary>
    public TemplateOptions Options { get; }

    /// <summary>The names of all filters.</summary>
    public IEnumerable<string> Names => Options.Filters.Select(static filter => filter.Key);

    /// <summary>Whether a filter exists.</summary>
    public bool Knows(string name) => Options.Filters.TryGetValue(name, out _);

    private void Add(string name, FilterDelegate filter) => Options.Filters.AddFilter(name, async (input, arguments, context) =>
    {
        var run = (LiquidRun)context;
        run.Charge(16);
        run.Charge(input);
        for (var i = 0; i < arguments.Count; i++)
        {
            run.Charge(arguments.At(i));
        }

        FluidValue result;
        try
        {
            Foresee(name, input, arguments);
            result = await filter(input, arguments, context);
        }
        catch (Exception e) when (e is ArgumentException or ArithmeticException or FormatException or InvalidOperationException or InvalidCastException
            or FluidException or NotSupportedException)
        {
            run.ReportFilter(name);
            return input;
        }

        run.Charge(result);
        var length = result is ArrayValue list ? list.Values.Count : result is StringValue ? result.ToStringValue().Length : 0;
        return length <= (result is ArrayValue ? LiquidLimits.ListLength : LiquidLimits.TextLength)
            ? result
            : throw new LiquidLimitException($"le filtre «\u00a0{name}\u00a0» produit un résultat trop grand");
    });

    // The filters whose result can be far larger than what they are given: by the time it is made, it is too late.
    private static void Foresee(string name, FluidValue input, FilterArguments arguments)
    {
        var count = name switch
        {
            "replace" => arguments.At(0).ToStringValue() is { Length: > 0 } old ? input.ToStringValue().AsSpan().Count(old) : input.ToStringValue().Length,
            "join" when input is ArrayValue list => list.Values.Count,
            _ => 0,
        };
        if ((long)count * arguments.At(name == "join" ? 0 : 1).ToStringValue().Length > LiquidLimits.TextLength)
        {
            throw new LiquidLimitException($"le filtre «\u00a0{name}\u00a0» produit un résultat trop grand");
        }
    }
}

/// <summary>The filters that Eleventy and Nunjucks add to Liquid's, for text and data.</summary>
internal static class TextFilters
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Liquid's <c>json</c> and Nunjucks' <c>dump</c>, as JavaScript's <c>JSON.stringify</c> writes.</summary>
    public static ValueTask<FluidValue> ToJson(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_json))
        {
            Write(input, writer, (LiquidRun)context, 0);
        }

        return new StringValue(Encoding.UTF8.GetString(buffer.WrittenSpan), encode: false);
    }

    private static void Write(FluidValue value, Utf8JsonWriter writer, LiquidRun run, int depth)
    {
        run.Charge(16);
        if (depth > LiquidLimits.ListDepth || writer.BytesCommitted + writer.BytesPending > LiquidLimits.TextLength)
        {
            throw new LiquidLimitException("le filtre «\u00a0json\u00a0» produit trop de texte");
        }

        switch (value)
        {
            case BooleanValue:
                writer.WriteBooleanValue(value.ToBooleanValue());
                break;
            case NumberValue:
                writer.WriteNumberValue(value.ToNumberValue());
                break;
            case ArrayValue list:
                writer.WriteStartArray();
                foreach (var item in list.Values)
                {
                    Write(item, writer, run, depth + 1);
                }

                writer.WriteEndArray();
                break;
            case DictionaryValue { } map when map.ToObjectValue() is IFluidIndexable keys:
                writer.WriteStartObject();
                foreach (var key in keys.Keys)
                {
                    writer.WritePropertyName(key);
                    Write(keys.TryGetValue(key, out var item) ? item : NilValue.Instance, writer, run, depth + 1);
                }

                writer.WriteEndObject();
                break;
            case DateValue or DateTimeValue:
                writer.WriteStringValue(((DateTimeOffset)value.ToObjectValue()).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null));
                break;
            default:
                if (value.IsNil())
                {
                    writer.WriteNullValue();
                }
                else
                {
                    writer.WriteStringValue(value.ToStringValue());
                }

                break;
        }
    }
}
