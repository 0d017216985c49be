using System.Globalization;
using PlansWeb.Dsfr;

namespace PlansWeb.Content;

/// <summary>Dates, numbers and sizes in the language of the interface, for what readers see; messages for editors use <see cref="French"/>.</summary>
internal static class Formats
{
    /// <summary>A day: « 1er avril 2022 », “1 April 2022”.</summary>
    public static string Date(DateTimeOffset date) => InterfaceLanguage.IsFrench ? French.Date(date) : French.InParis(date).ToString("d MMMM yyyy", InterfaceLanguage.Current);

    /// <summary>An instant in the time of Paris: « 1er avril 2022 à 9 h 05 », “1 April 2022 at 9:05 (Paris time)”.</summary>
    public static string DateAndTime(DateTimeOffset instant) =>
        InterfaceLanguage.IsFrench ? French.DateAndTime(instant) : $"{Date(instant)} at {French.InParis(instant).ToString("H:mm", InterfaceLanguage.Current)} (Paris time)";

    /// <summary>Between what something is called and what is said of it, with the space that French has before it.</summary>
    public static string Colon => InterfaceLanguage.IsFrench ? "\u00A0: " : ": ";

    /// <summary>A text in quotation marks: « oui », “yes”.</summary>
    public static string Quoted(string text) => InterfaceLanguage.IsFrench ? French.Quoted(text) : $"“{text}”";

    /// <summary>A size in kilobytes of 1,000 bytes: « 9,2 ko », “9.2 kB”.</summary>
    public static string Size(long bytes) => InterfaceLanguage.IsFrench ? French.Size(bytes) : (bytes / 1000.0).ToString("N1", InterfaceLanguage.Current) + "\u00A0kB";

    /// <summary>A share: « 78,4 % », “78.4%”.</summary>
    public static string Percent(decimal share) => InterfaceLanguage.IsFrench ? French.Percent(share) : (share * 100).ToString("0.0", InterfaceLanguage.Current) + "%";

    /// <summary>A number: « 72,75 », “72.75”.</summary>
    public static string Number(decimal number) => number.ToString("0.##", InterfaceLanguage.Current);

    /// <summary>A size, units of 1,000: « 1,8 Mo », “1.8 MB”.</summary>
    public static string FileSize(long bytes) => InterfaceLanguage.IsFrench ? French.FileSize(bytes)
        : French.FileSize(bytes).Replace(',', '.').Replace("ko", "kB", StringComparison.Ordinal).Replace("Mo", "MB", StringComparison.Ordinal)
            .Replace("Go", "GB", StringComparison.Ordinal).Replace("\u00A0o", "\u00A0bytes", StringComparison.Ordinal);

    /// <summary>The name of a language, such as « anglais », “English”; <see langword="null"/> for one that is rarely met.</summary>
    /// <param name="language">Primary subtag of a BCP 47 tag.</param>
    public static string? Language(string language) => French.Language(language) is not { } name ? null
        : InterfaceLanguage.IsFrench ? name : CultureInfo.GetCultureInfo(language).EnglishName;

    /// <summary>The name of a language in itself, such as « Deutsch »; <see langword="null"/> for a tag that is none.</summary>
    /// <param name="lang">A BCP 47 tag.</param>
    public static string? NativeName(string lang)
    {
        try
        {
            return CultureInfo.GetCultureInfo(lang, predefinedOnly: true).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The language is written from right to left.</summary>
    /// <param name="lang">A BCP 47 tag.</param>
    public static bool IsRightToLeft(string lang)
    {
        var subtags = lang.Split('-', '_');
        return subtags[0].ToLowerInvariant() is "ar" or "arc" or "ckb" or "dv" or "fa" or "he" or "iw" or "ks" or "ps" or "sd" or "syr" or "ug" or "ur" or "yi"
            ? !subtags.Contains("Latn", StringComparer.OrdinalIgnoreCase) && !subtags.Contains("Cyrl", StringComparer.OrdinalIgnoreCase)
            : subtags.Contains("Arab", StringComparer.OrdinalIgnoreCase) || subtags.Contains("Hebr", StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Where one is in a list of several pages: « page 2 sur 5 », “page 2 of 5”.</summary>
    public static string PageOf(int page, int count) => InterfaceLanguage.IsFrench ? French.PageOf(page, count) : $"page {page} of {count}";
}
