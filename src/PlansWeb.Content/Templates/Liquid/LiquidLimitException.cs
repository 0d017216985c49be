namespace PlansWeb.Content.Templates.Liquid;

/// <summary>A body went past one of <see cref="LiquidLimits"/>. Never leaves this folder.</summary>
/// <param name="limit">Which limit, in French, to follow « parce que » or « parce qu’ ».</param>
internal sealed class LiquidLimitException(string limit) : Exception(limit)
{
    /// <summary>Which limit, in French, to follow « parce que » or « parce qu’ ».</summary>
    public string Limit { get; } = limit;
}
