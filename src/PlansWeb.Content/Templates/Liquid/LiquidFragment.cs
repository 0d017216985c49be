using Fluid;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>A fragment, made ready.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Prepared">Its text made fit for Fluid, or <see langword="null"/> where it has no tags.</param>
/// <param name="Template">Its template.</param>
internal sealed record LiquidFragment(string Text, PreparedBody? Prepared, IFluidTemplate? Template);
