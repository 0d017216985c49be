using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Site;

namespace PlansWeb.Pages;

/// <summary>Settings under <c>Site</c>.</summary>
internal sealed class SiteOptions
{
    /// <summary>The public address, such as <c>https://www.example.fr</c>; none where it is empty.</summary>
    public string? Url { get; set; }

    /// <summary>An e-mail address, or the address of a contact page. Without it, pages offer no way to report an error.</summary>
    public string? Contact { get; set; }

    /// <summary>The site's name, where it is not the content's.</summary>
    public string? Name { get; set; }

    /// <summary>What the site is for, in a few words.</summary>
    public string? Tagline { get; set; }

    /// <summary>What the site is, in a sentence.</summary>
    public string? Description { get; set; }

    /// <summary>Who publishes it.</summary>
    public string? Organisation { get; set; }

    /// <summary>Name of the licence of the texts.</summary>
    public string? Licence { get; set; }

    /// <summary>Address of that licence.</summary>
    public string? LicenceAddress { get; set; }

    /// <summary>Address of the icon.</summary>
    public string? Icon { get; set; }

    /// <summary>What of these is set; it overrules what the content says.</summary>
    public SiteIdentity Identity() => new()
    {
        Name = Set(Name),
        Tagline = Set(Tagline),
        Description = Set(Description),
        Organisation = Set(Organisation),
        Contact = Set(Contact),
        Licence = Set(Licence),
        LicenceAddress = Set(LicenceAddress),
        Icon = Set(Icon),
    };

    private static string? Set(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The address that the options name.</summary>
    public SiteAddress Address() => new(string.IsNullOrWhiteSpace(Url) ? null : SiteAddress.ReadOrigin(Url));

    /// <summary>A text is an address that a site can have.</summary>
    public static bool IsUrl(string text) => SiteAddress.ReadOrigin(text) is not null;
}
