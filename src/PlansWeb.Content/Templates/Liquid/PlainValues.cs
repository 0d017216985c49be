using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// Turns plain data into Fluid's values. A list is turned once and shared by all pages of a load: a collection of thousands of pages is named on many.
/// </summary>
internal sealed class PlainValues
{
    // Weak, so that data of one page does not outlive its rendering.
    private readonly ConditionalWeakTable<object, FluidValue> _shared = [];

    /// <summary>The value of plain data, of a page or of a collection.</summary>
    public FluidValue ToFluid(object? value) => value switch
    {
        null => NilValue.Instance,
        FluidValue fluid => fluid,
        string text => new StringValue(text),
        bool flag => BooleanValue.Create(flag),
        int number => NumberValue.Create(number),
        long number => NumberValue.Create(number),
        double number => JsNumber.Create(number),
        DateTimeOffset date => new DateValue(date),
        LiquidPage page => _shared.GetValue(page, _ => FromMap(Describe(page), page)),
        CollectionItem item => FromItem(item),
        IReadOnlyDictionary<string, object?> map => new DictionaryValue(new DataView(map, this)),
        IReadOnlyList<object?> list => _shared.GetValue(list, _ => new ArrayValue([.. list.Select(ToFluid)])),
        _ => new StringValue(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    /// <summary>The plain data of a value, which <see cref="ToFluid"/> gave or a template computed.</summary>
    public static object? ToPlain(FluidValue value) => value switch
    {
        StringValue => value.ToStringValue(),
        BooleanValue => value.ToBooleanValue(),
        NumberValue => (double)value.ToNumberValue(),
        DateValue => value.ToObjectValue(),
        ArrayValue list => list.Values.Select(ToPlain).ToArray(),
        _ when value.ToObjectValue() is DataView view => view.Origin,
        _ => value.IsNil() ? null : value.ToStringValue(),
    };

    private DictionaryValue FromMap(Dictionary<string, object?> map, object origin) => new(new DataView(map, this) { Origin = origin });

    private DictionaryValue FromItem(CollectionItem item)
    {
        var map = Describe(item.Page);
        map.Remove("lang");
        map["page"] = item.Page;
        map["data"] = new DictionaryValue(new DataView(item.Data, this, "page", item.Page));
        return FromMap(map, item);
    }

    private static Dictionary<string, object?> Describe(LiquidPage page) => new(StringComparer.Ordinal)
    {
        ["url"] = page.Url,
        ["date"] = page.Date,
        ["fileSlug"] = page.FileSlug,
        ["inputPath"] = page.InputPath,
        ["filePathStem"] = page.FilePathStem,
        ["outputPath"] = page.OutputPath ?? (object)false,
        ["lang"] = page.Lang,
    };
}

/// <summary>A map of plain data, converted key by key as templates ask; most pages use two keys of thirty.</summary>
/// <param name="data">The map.</param>
/// <param name="values">Converts.</param>
/// <param name="added">A key that is not of the map and hides one that is, such as <c>page</c>.</param>
/// <param name="addedValue">Its value.</param>
internal sealed class DataView(IReadOnlyDictionary<string, object?> data, PlainValues values, string? added = null, object? addedValue = null)
    : IFluidIndexable
{
    /// <summary>What it shows: the map, or the page that it describes.</summary>
    public object Origin { get; init; } = data;

    /// <inheritdoc/>
    public int Count => Keys.Count();

    /// <inheritdoc/>
    public IEnumerable<string> Keys => added is null || data.ContainsKey(added) ? data.Keys : data.Keys.Append(added);

    /// <inheritdoc/>
    public bool TryGetValue(string name, [NotNullWhen(true)] out FluidValue? value)
    {
        object? plain = null;
        if (name == added)
        {
            plain = addedValue;
        }
        else if (!data.TryGetValue(name, out plain))
        {
            value = null;
            return false;
        }

        value = values.ToFluid(plain);
        return true;
    }
}
