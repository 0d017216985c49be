using Fluid;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>A body made fit for Fluid.</summary>
/// <param name="Source">What Fluid parses: only tags and expressions that were parsed one by one before.</param>
/// <param name="Literals">Texts that must come out as they are, by the number in their <see cref="LiquidTags.Literal"/> tag.</param>
/// <param name="Variables">Offset in the body of the first token that names a variable.</param>
/// <param name="Filters">Offset in the body of the first token that names a filter.</param>
/// <param name="Silent">Names that dropped tags would have made: that they are missing was said already.</param>
/// <param name="FirstToken">Offset of the first token, for a problem without a better place.</param>
internal sealed record PreparedBody(
    string Source,
    IReadOnlyList<string> Literals,
    IReadOnlyDictionary<string, int> Variables,
    IReadOnlyDictionary<string, int> Filters,
    IReadOnlySet<string> Silent,
    int FirstToken);

/// <summary>A fragment, made ready.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Prepared">Its text made fit for Fluid, or <see langword="null"/> where it has no tags.</param>
/// <param name="Template">Its template.</param>
internal sealed record LiquidFragment(string Text, PreparedBody? Prepared, IFluidTemplate? Template);
