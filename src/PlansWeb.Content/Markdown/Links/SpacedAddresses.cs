using System.Text.RegularExpressions;
using Markdig.Syntax.Inlines;
using PlansWeb.Content.Markdown.Slips;
using PlansWeb.Content.Markdown.Text;

namespace PlansWeb.Content.Markdown.Links;

/// <summary>
/// Makes the links whose address has a space: <c>[Le plan](/docs/Plan 2026.pdf)</c>. CommonMark makes none, and readers would see the brackets.
/// What is mended is reported all the same (<see cref="SlipPatterns"/>).
/// </summary>
internal static class SpacedAddresses
{
    /// <summary>Makes them below a container, in place.</summary>
    public static void Mend(ContainerInline? container)
    {
        foreach (var inline in container?.ToArray() ?? [])
        {
            if (inline is TextInline text)
            {
                Mend(text);
            }
            else if (inline is ContainerInline inner and not LinkInline)
            {
                Mend(inner);
            }
        }
    }

    private static void Mend(TextInline text)
    {
        // Guarded characters keep their places only in a text that stays whole.
        if (text.Guarded is not null || !text.Text.Contains("](", StringComparison.Ordinal))
        {
            return;
        }

        for (var rest = text; ;)
        {
            if (First(rest.Text) is not { } match)
            {
                return;
            }

            var link = new LinkInline(Address(match.Groups["address"].Value), "") { IsImage = match.Groups["image"].Length > 0, IsClosed = true };
            if (match.Groups["label"].Length > 0)
            {
                link.AppendChild(new TextInline(match.Groups["label"].Value));
            }

            var after = new TextInline(rest.Text[(match.Index + match.Length)..]);
            rest.InsertAfter(link);
            link.InsertAfter(after);
            rest.Text = rest.Text[..match.Index];
            rest = after;
        }
    }

    private static Match? First(string text)
    {
        try
        {
            return SlipPatterns.MendedLinks.Select(pattern => pattern.Match(text)).Where(static match => match.Success).MinBy(static match => match.Index);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    // A telephone number or an e-mail address has no space; in a path it is part of a name.
    private static string Address(string written)
    {
        var address = written.Trim();
        return address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            ? string.Concat(address.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : address;
    }
}
