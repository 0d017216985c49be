namespace PlansWeb.Declarations;

/// <summary>What stands behind a criterion of the RGAA, on this site.</summary>
internal enum RgaaEvidence
{
    /// <summary>A test asserts it on every page, and carries its number.</summary>
    Test,

    /// <summary>It does not apply, and a test asserts on every page that what it is about is absent.</summary>
    Absence,

    /// <summary>It does not apply, but no test guards that yet.</summary>
    Unguarded,

    /// <summary>A tool can decide it, but no test does yet.</summary>
    Tool,

    /// <summary>Only a person can judge it.</summary>
    Person,
}
