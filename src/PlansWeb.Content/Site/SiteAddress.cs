using System.Diagnostics.CodeAnalysis;

namespace PlansWeb.Content.Site;

/// <summary>
/// The public address of the site, from the settings. Whatever needs an absolute address asks here: the request's <c>Host</c> is the
/// client's word, and a cached page would give it to everyone.
/// </summary>
/// <param name="origin">Scheme and host, without a slash at the end; <see langword="null"/> where the settings name none.</param>
internal sealed class SiteAddress(string? origin)
{
    /// <summary>Scheme and host, such as <c>https://www.example.fr</c>.</summary>
    public string? Origin { get; } = origin;

    /// <summary>There is a public address.</summary>
    [MemberNotNullWhen(true, nameof(Origin))]
    public bool IsKnown => Origin is not null;

    /// <summary>The absolute address of a path of the site; <see langword="null"/> where the public address is not known.</summary>
    /// <param name="href">From <c>/</c>, percent-encoded.</param>
    public string? Absolute(string href) => Origin is null ? null : Origin + href;

    /// <summary>Scheme, host and port of an address in their one normal form: an international name as DNS has it.</summary>
    /// <returns><see langword="null"/> where the text is anything else than an http or https address without path, query and fragment.</returns>
    public static string? ReadOrigin(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || uri.AbsolutePath != "/" || uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
        {
            return null;
        }

        return HostName.ToAscii(uri.Host) is not { } host ? null
            : uri.IsDefaultPort ? $"{uri.Scheme}://{host}" : FormattableString.Invariant($"{uri.Scheme}://{host}:{uri.Port}");
    }
}
