namespace PlansWeb.Declarations;

/// <summary>How much a criterion of the RGESN counts.</summary>
internal enum RgesnPriority
{
    /// <summary>« Prioritaire »: 1.5.</summary>
    High,

    /// <summary>« Recommandé »: 1.25.</summary>
    Recommended,

    /// <summary>« Modéré »: 1.</summary>
    Moderate,
}
