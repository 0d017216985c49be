using Microsoft.Extensions.Options;

namespace PlansWeb.Pages;

/// <summary>Refuses, when the site starts, a contact that RFC 9116 does not allow.</summary>
internal sealed class SecurityOptionsValidator : IValidateOptions<SecurityOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SecurityOptions options) =>
        options.Contacts.FirstOrDefault(static contact => !IsContact(contact)) is { } wrong
            ? ValidateOptionsResult.Fail(
                $"Security:Contact contient « {wrong} » : indiquez une adresse en mailto:, https: ou tel:, comme mailto:securite@example.fr.")
            : ValidateOptionsResult.Success;

    private static bool IsContact(string contact) =>
        Uri.TryCreate(contact, UriKind.Absolute, out var uri) && (uri.Scheme is "mailto" or "https" or "tel");
}
