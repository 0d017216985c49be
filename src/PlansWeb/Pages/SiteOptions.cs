using PlansWeb.Content.Site;

namespace PlansWeb.Pages;

/// <summary>Settings under <c>Site</c>.</summary>
internal sealed class SiteOptions
{
    /// <summary>The public address, such as <c>https://www.example.fr</c>; none where it is empty.</summary>
    public string? Url { get; set; }

    /// <summary>An e-mail address, or the address of a contact page. Without it, pages offer no way to report an error.</summary>
    public string? Contact { get; set; }

    /// <summary>The address that the options name.</summary>
    public SiteAddress Address() => new(string.IsNullOrWhiteSpace(Url) ? null : SiteAddress.ReadOrigin(Url));

    /// <summary>A text is an address that a site can have.</summary>
    public static bool IsUrl(string text) => SiteAddress.ReadOrigin(text) is not null;
}
