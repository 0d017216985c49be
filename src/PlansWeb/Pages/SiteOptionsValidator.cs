using Microsoft.Extensions.Options;
using PlansWeb.Store;

namespace PlansWeb.Pages;

/// <summary>Refuses a public address or a contact that cannot be one, when the site starts.</summary>
internal sealed class SiteOptionsValidator : IValidateOptions<SiteOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SiteOptions options) =>
        !string.IsNullOrWhiteSpace(options.Url) && SiteAddress.ReadOrigin(options.Url) is null
            ? ValidateOptionsResult.Fail(
                $"Site:Url vaut « {options.Url} » : indiquez l’adresse publique du site, en http ou https, sans chemin ni paramètre, comme https://www.example.fr.")
            : !SiteContact.IsValid(options.Contact)
                ? ValidateOptionsResult.Fail(
                    $"Site:Contact vaut « {options.Contact} » : indiquez une adresse électronique, ou l’adresse d’une page de contact en https.")
                : ValidateOptionsResult.Success;

    /// <summary>The address that the options name.</summary>
    public static SiteAddress Address(SiteOptions options) => new(string.IsNullOrWhiteSpace(options.Url) ? null : SiteAddress.ReadOrigin(options.Url));
}
