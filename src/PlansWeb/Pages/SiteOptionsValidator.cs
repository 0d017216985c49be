using Microsoft.Extensions.Options;
using PlansWeb.Store;

namespace PlansWeb.Pages;

/// <summary>Refuses a public address or a contact that cannot be one, when the site starts.</summary>
internal sealed class SiteOptionsValidator : IValidateOptions<SiteOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SiteOptions options) =>
        !string.IsNullOrWhiteSpace(options.Url) && Origin(options.Url) is null
            ? ValidateOptionsResult.Fail(
                $"Site:Url vaut « {options.Url} » : indiquez l’adresse publique du site, en http ou https, sans chemin ni paramètre, comme https://www.example.fr.")
            : !SiteContact.IsValid(options.Contact)
                ? ValidateOptionsResult.Fail(
                    $"Site:Contact vaut « {options.Contact} » : indiquez une adresse électronique, ou l’adresse d’une page de contact en https.")
                : ValidateOptionsResult.Success;

    /// <summary>The address that the options name.</summary>
    public static SiteAddress Address(SiteOptions options) => new(string.IsNullOrWhiteSpace(options.Url) ? null : Origin(options.Url));

    // Scheme, host and port in their one normal form: an international name as DNS has it.
    private static string? Origin(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || uri.AbsolutePath != "/" || uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
        {
            return null;
        }

        var host = uri.HostNameType == UriHostNameType.Dns ? uri.IdnHost : uri.Host;
        return uri.IsDefaultPort ? $"{uri.Scheme}://{host}" : FormattableString.Invariant($"{uri.Scheme}://{host}:{uri.Port}");
    }
}
