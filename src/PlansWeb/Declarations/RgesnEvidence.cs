namespace PlansWeb.Declarations;

/// <summary>What stands behind a criterion of the RGESN, on this site.</summary>
internal enum RgesnEvidence
{
    /// <summary>Validated: a test proves it, and carries its number.</summary>
    Test,

    /// <summary>Validated: the declaration or a document of the repository says it.</summary>
    Document,

    /// <summary>Not validated: the site could prove it, and does not yet.</summary>
    Todo,

    /// <summary>Not validated: whoever hosts or publishes the site must answer.</summary>
    Host,

    /// <summary>It does not apply.</summary>
    None,
}
