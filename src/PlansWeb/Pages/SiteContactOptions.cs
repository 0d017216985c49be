namespace PlansWeb.Pages;

/// <summary>Settings under <c>Site</c> that concern the contact.</summary>
internal sealed class SiteContactOptions
{
    /// <summary>An e-mail address, or the address of a contact page. Without it, pages offer no way to report an error.</summary>
    public string? Contact { get; set; }

    /// <summary>Public address of the site, to name a page in a message.</summary>
    public string? Url { get; set; }
}
