using System.Diagnostics.CodeAnalysis;

namespace PlansWeb.Store;

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
}
