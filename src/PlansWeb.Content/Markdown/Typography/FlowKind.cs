namespace PlansWeb.Content.Markdown.Typography;

/// <summary>The kinds of <see cref="FlowItem"/>.</summary>
internal enum FlowKind
{
    /// <summary>Text of the writer's.</summary>
    Text,

    /// <summary>Code, a tag, an image, an address: looked at as a neighbour, never changed.</summary>
    Fixed,

    /// <summary>A line break: what stands behind it is at the beginning of a line.</summary>
    Break,

    /// <summary>The beginning or the end of an element.</summary>
    Boundary,
}
