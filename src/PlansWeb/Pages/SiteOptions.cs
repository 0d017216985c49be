namespace PlansWeb.Pages;

/// <summary>Settings under <c>Site</c>.</summary>
internal sealed class SiteOptions
{
    /// <summary>The public address, such as <c>https://www.example.fr</c>; none where it is empty.</summary>
    public string? Url { get; set; }

    /// <summary>An e-mail address, or the address of a contact page. Without it, pages offer no way to report an error.</summary>
    public string? Contact { get; set; }
}
