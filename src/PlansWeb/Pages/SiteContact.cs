using System.Buffers;
using System.Net.Mail;

namespace PlansWeb.Pages;

/// <summary>How readers reach the people behind the site.</summary>
/// <param name="address">An e-mail address or the address of a page; what is neither is none.</param>
internal sealed class SiteContact(string? address)
{
    // They have a meaning in a mailto: address (RFC 6068) or in HTML, and none in an address that people use.
    private static readonly SearchValues<char> s_unwanted = SearchValues.Create("?&%\" <>");

    private readonly string? _contact = string.IsNullOrWhiteSpace(address) || !IsValid(address) ? null : address.Trim();

    /// <summary>The address as people read it; <see langword="null"/> where none is set.</summary>
    public string? Text => _contact;

    /// <summary>Where a link to the contact leads; <see langword="null"/> where none is set.</summary>
    public string? Href => _contact is null || IsWebAddress(_contact) ? _contact : "mailto:" + _contact;

    /// <summary>A link to report an error of a page: a message that names the page, or the contact page as it is.</summary>
    /// <param name="path">Its address.</param>
    public string? ReportLink(PathString path)
    {
        if (_contact is null || IsWebAddress(_contact))
        {
            return _contact;
        }

        // The path alone: it stands in the page already, so that it costs next to nothing when compressed.
        return $"mailto:{_contact}?subject={Uri.EscapeDataString(Texts.ReportSubject(path.ToUriComponent()))}";
    }

    /// <summary>A value is an e-mail address, or an absolute address on the web.</summary>
    internal static bool IsValid(string? contact) =>
        string.IsNullOrWhiteSpace(contact) || IsWebAddress(contact.Trim())
        || (MailAddress.TryCreate(contact.Trim(), out var mail) && mail.Address == contact.Trim() && !mail.Address.AsSpan().ContainsAny(s_unwanted));

    private static bool IsWebAddress(string contact) =>
        Uri.TryCreate(contact, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
