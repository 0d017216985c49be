namespace PlansWeb.Declarations;

/// <summary>What is known of the site's eco-design, by the criteria of the RGESN 2024: <c>rgesn.json</c>.</summary>
internal static class Rgesn
{
    /// <summary>The version that the criteria are numbered by.</summary>
    public const string Version = "2024";

    /// <summary>The nine topics.</summary>
    public static IReadOnlyList<Topic<RgesnCriterion>> Topics { get; } = DeclarationData.Read<RgesnCriterion>("rgesn");

    /// <summary>All criteria, in order.</summary>
    public static IEnumerable<RgesnCriterion> Criteria => Topics.SelectMany(topic => topic.Criteria);
}
