namespace PlansWeb.Pages;

/// <summary>Settings under <c>Security</c>.</summary>
internal sealed class SecurityOptions
{
    /// <summary>Where to report a vulnerability: one address or several, separated by spaces, in mailto:, https: or tel:.</summary>
    public string Contact { get; set; } = "";

    /// <summary>The addresses one by one, in the order of preference.</summary>
    public IReadOnlyList<string> Contacts => Split(Contact);

    /// <summary>All of a text are addresses that RFC 9116, section 2.5.3, allows.</summary>
    public static bool IsContact(string text) =>
        Split(text).All(static contact => Uri.TryCreate(contact, UriKind.Absolute, out var uri) && uri.Scheme is ("mailto" or "https" or "tel"));

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
