namespace PlansWeb.Pages;

/// <summary>Settings under <c>Security</c>.</summary>
internal sealed class SecurityOptions
{
    /// <summary>Where to report a vulnerability: one address or several, separated by spaces, in mailto:, https: or tel:.</summary>
    public string Contact { get; set; } = "";

    /// <summary>The addresses one by one, in the order of preference.</summary>
    public IReadOnlyList<string> Contacts => Contact.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
