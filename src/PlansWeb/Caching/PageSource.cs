using System.Globalization;

namespace PlansWeb.Caching;

/// <summary>What the bytes of an answer are made from.</summary>
/// <param name="Html">The page as it was rendered, before its weight was written into it.</param>
/// <param name="Around">What a browser loads with it, in bytes.</param>
internal sealed record PageSource(ReadOnlyMemory<byte> Html, long Around)
{
    /// <summary>The same for the same bytes, whatever snapshot they are of.</summary>
    public string Name { get; } = PageBytes.ETag(Html.Span) + Around.ToString(CultureInfo.InvariantCulture);
}
