using System.Globalization;
using System.Text;

namespace PlansWeb.Content.Site;

/// <summary>Brings addresses that people take for the same to one form.</summary>
internal static class AddressFolding
{
    private const string IndexFile = "/index.html";

    /// <summary>
    /// Lower case, without accents, without final slash or <c>index.html</c>: <c>/Réglementations</c> and <c>/reglementations/</c> give one form.
    /// </summary>
    /// <param name="url">A decoded address.</param>
    public static string Fold(string url)
    {
        var span = url.AsSpan();
        if (span.EndsWith(IndexFile, StringComparison.OrdinalIgnoreCase))
        {
            span = span[..^(IndexFile.Length - 1)];
        }

        span = span.TrimEnd('/');
        return Ascii.IsValid(span) ? span.ToString().ToLowerInvariant() : FoldAccents(span);
    }

    private static string FoldAccents(ReadOnlySpan<char> span)
    {
        string decomposed;
        try
        {
            decomposed = span.ToString().Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // Lone surrogates have no normal form; such an address matches nothing.
            return span.ToString();
        }

        var folded = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }
}
