namespace PlansWeb.Declarations;

/// <summary>A topic of a reference framework, with its criteria in order.</summary>
/// <typeparam name="TCriterion">What the framework says of a criterion.</typeparam>
/// <param name="Number">Number of the topic.</param>
/// <param name="Title">Its name.</param>
/// <param name="Criteria">Its criteria.</param>
internal sealed record Topic<TCriterion>(int Number, LocalText Title, IReadOnlyList<TCriterion> Criteria);
