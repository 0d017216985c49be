namespace PlansWeb.Pages;

/// <summary>What the head of a plan's page says.</summary>
/// <param name="Administration">Whose plan it is; <see langword="null"/> where the front matter does not say.</param>
/// <param name="Href">The document; <see langword="null"/> where there is none.</param>
/// <param name="Detail">Its format, size and language; <see langword="null"/> where it is on another site.</param>
/// <param name="Language">Its language, where the plan names one.</param>
public sealed record PlanHead(string? Administration, string? Href, string? Detail, string? Language);
