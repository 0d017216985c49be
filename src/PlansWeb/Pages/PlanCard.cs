namespace PlansWeb.Pages;

/// <summary>A plan as an index shows it.</summary>
/// <param name="Title">Whose plan it is, and what it is called.</param>
/// <param name="Href">The plan's page.</param>
/// <param name="Description">Its date, what there is to read, and where.</param>
public sealed record PlanCard(string Title, string Href, string Description);
