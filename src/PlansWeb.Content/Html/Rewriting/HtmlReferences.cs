namespace PlansWeb.Content.Html.Rewriting;

/// <summary>Which attributes of HTML hold addresses, and which hold ids of the same document.</summary>
internal static class HtmlReferences
{
    private static readonly HashSet<string> s_addresses =
        new(["href", "src", "poster", "cite", "data", "action", "formaction"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_ids = new(
        ["id", "for", "headers", "list", "form", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns",
            "aria-details", "aria-flowto", "aria-activedescendant", "aria-errormessage"],
        StringComparer.Ordinal);

    /// <summary>The value with each address in it changed; the value itself where the attribute holds none.</summary>
    /// <param name="attribute">The attribute's name in lower case.</param>
    /// <param name="value">Its value.</param>
    /// <param name="change">Gives an address its new form.</param>
    public static string MapAddresses(string attribute, string value, Func<string, string> change)
    {
        if (s_addresses.Contains(attribute))
        {
            return change(value.Trim());
        }

        // Candidates of srcset: an address, then its width or density.
        return attribute != "srcset" ? value : string.Join(", ", value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(candidate => candidate.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries))
            .Select(parts => parts.Length == 2 ? $"{change(parts[0])} {parts[1]}" : change(parts[0])));
    }

    /// <summary>The value with each id in it changed; the value itself where the attribute holds none. <c>a name</c> counts as an id.</summary>
    /// <param name="element">The element's name in lower case.</param>
    /// <param name="attribute">The attribute's name in lower case.</param>
    /// <param name="value">Its value.</param>
    /// <param name="change">Gives an id its new form.</param>
    public static string MapIds(string element, string attribute, string value, Func<string, string> change) =>
        s_ids.Contains(attribute) || (attribute == "name" && element == "a")
            ? string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(change))
            : value;
}
