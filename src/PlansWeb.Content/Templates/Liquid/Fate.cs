namespace PlansWeb.Content.Templates.Liquid;

/// <summary>What becomes of a token; of two for one block, the greater counts.</summary>
internal enum Fate
{
    /// <summary>Fluid renders it.</summary>
    Kept,

    /// <summary>Its text comes out as it was written.</summary>
    Literal,

    /// <summary>Nothing comes out.</summary>
    Dropped,
}
