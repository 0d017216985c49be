namespace PlansWeb.Pages;

/// <summary>Marks the catch-all endpoint that answers for the content.</summary>
internal sealed class ContentEndpoint;
