namespace PlansWeb.Content.Markdown.Linkify;

/// <summary>The three ways in which linkify-it recognises an address.</summary>
internal enum FoundLinkKind
{
    /// <summary>Written with its scheme: <c>https://…</c>, <c>//host/…</c>, <c>mailto:…</c>.</summary>
    Scheme,

    /// <summary>A bare domain, <c>GreenIT.fr</c>: <c>http://</c> is understood.</summary>
    Domain,

    /// <summary>A bare e-mail address: <c>mailto:</c> is understood.</summary>
    Email,
}
