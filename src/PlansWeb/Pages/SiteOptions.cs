namespace PlansWeb.Pages;

/// <summary>Settings under <c>Site</c>.</summary>
internal sealed class SiteOptions
{
    /// <summary>The public address, such as <c>https://www.example.fr</c>; none where it is empty.</summary>
    public string? Url { get; set; }
}
