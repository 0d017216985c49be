using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fluid;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>The filters that Eleventy and Nunjucks add to Liquid's, for text and data.</summary>
internal static class TextFilters
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Eleventy's <c>url</c>, for a site at the root of its host: every address stays as it is, none gives the root.</summary>
    public static ValueTask<FluidValue> Url(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        input.ToStringValue() is { Length: > 0 } ? input : new StringValue("/");

    /// <summary><c>slugify</c> and <c>slug</c>.</summary>
    public static ValueTask<FluidValue> Slugify(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        new StringValue(Slug.Of(input.ToStringValue()));

    /// <summary>Nunjucks' <c>safe</c>: nothing is encoded here anyway.</summary>
    public static ValueTask<FluidValue> Safe(FluidValue input, FilterArguments arguments, TemplateContext context) => input;

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
        if (depth > LiquidLimits.ExpressionDepth || writer.BytesCommitted + writer.BytesPending > LiquidLimits.TextLength)
        {
            throw new LiquidLimitException("le filtre « json » produit trop de texte");
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
