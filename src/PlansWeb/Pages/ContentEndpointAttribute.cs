namespace PlansWeb.Pages;

/// <summary>Marks the catch-all page that answers for the content: files, redirects and nearly right addresses are looked up before it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ContentEndpointAttribute : Attribute;
