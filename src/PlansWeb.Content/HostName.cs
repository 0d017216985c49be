using System.Globalization;
using System.Text;

namespace PlansWeb.Content;

/// <summary>Host names in their one form: a name with accents is written in two ways, of which DNS, HTTP and comparisons know one.</summary>
internal static class HostName
{
    private static readonly IdnMapping s_mapping = new();

    /// <summary>The name as DNS has it: lower case, letters beyond ASCII in Punycode (RFC 5891). A port or a wildcard label is not understood.</summary>
    /// <returns><see langword="null"/> for a name that DNS cannot have, such as <c>xn--a</c>.</returns>
    public static string? ToAscii(string host)
    {
        try
        {
            // Encoding leaves labels that are ASCII already as they are; decoding tells whether they are Punycode at all.
            var ascii = Ascii.IsValid(host) ? host.ToLowerInvariant() : s_mapping.GetAscii(host).ToLowerInvariant();
            return ascii.Contains("xn--", StringComparison.Ordinal) && s_mapping.GetUnicode(ascii).Length == 0 ? null : ascii;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
