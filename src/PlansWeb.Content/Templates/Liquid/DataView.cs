using System.Diagnostics.CodeAnalysis;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

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
