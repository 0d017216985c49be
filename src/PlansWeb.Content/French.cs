using System.Globalization;

namespace PlansWeb.Content;

/// <summary>Dates, numbers, sizes and names as French text has them, with its non-breaking spaces.</summary>
internal static class French
{
    private static readonly CultureInfo s_french = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>The zone of the readers: an instant is shown by its day there, everywhere. A day without time is midnight UTC, the same day in Paris.</summary>
    public static TimeZoneInfo Paris { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>A text in French quotation marks.</summary>
    public static string Quoted(string text) => $"«\u00A0{text}\u00A0»";

    /// <summary>Where one is in a list of several pages.</summary>
    public static string PageOf(int page, int count) => $"page {page} sur {count}";

    /// <summary>The day of an instant in Paris, as French text has it: « 1er avril 2022 », « 14 juillet 2023 ».</summary>
    public static string Date(DateTimeOffset date)
    {
        var there = InParis(date);
        return $"{(there.Day == 1 ? "1er" : there.Day.ToString(s_french))} {there.ToString("MMMM yyyy", s_french)}";
    }

    /// <summary>The same instant with the offset of Paris.</summary>
    public static DateTimeOffset InParis(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris);

    /// <summary>An instant as French text has it, in the time of Paris: « 1er avril 2022 à 9 h 05 ».</summary>
    public static string DateAndTime(DateTimeOffset instant)
    {
        var there = InParis(instant);
        return $"{Date(there)} à {there.Hour.ToString(s_french)}\u00A0h\u00A0{there.ToString("mm", s_french)}";
    }

    /// <summary>A size as French text has it, in kilobytes of 1,000 bytes: « 9,2 ko ».</summary>
    public static string Size(long bytes) => (bytes / 1000.0).ToString("N1", s_french) + "\u00A0ko";

    /// <summary>The day of an instant in Paris for machines, as the <c>datetime</c> attribute takes it.</summary>
    public static string IsoDate(DateTimeOffset date) => InParis(date).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A share as French text has it: « 78,4 % ».</summary>
    public static string Percent(decimal share) => (share * 100).ToString("0.0", s_french) + "\u00A0%";

    /// <summary>A number as French text has it: « 72,75 ».</summary>
    public static string Number(decimal number) => number.ToString("0.##", s_french);

    /// <summary>A size as French text has it, units of 1,000: « 850 o », « 223 ko », « 1,8 Mo », « 2 Go ».</summary>
    public static string FileSize(long bytes)
    {
        // A step below each thousand, so that rounding never gives « 1 000 ko ».
        var (divisor, unit, format) = bytes switch
        {
            < 1_000 => (1, "o", "0"),
            < 999_500 => (1_000, "ko", "0"),
            < 999_950_000 => (1_000_000, "Mo", "0.#"),
            _ => (1_000_000_000, "Go", "0.#"),
        };
        return ((double)bytes / divisor).ToString(format, s_french) + "\u00A0" + unit;
    }

    /// <summary>The name of a language, such as « anglais »; <see langword="null"/> for one that is rarely met.</summary>
    /// <param name="language">Primary subtag of a BCP 47 tag.</param>
    public static string? Language(string language) => language switch
    {
        "ar" => "arabe",
        "br" => "breton",
        "ca" => "catalan",
        "co" => "corse",
        "de" => "allemand",
        "en" => "anglais",
        "es" => "espagnol",
        "eu" => "basque",
        "fr" => "français",
        "it" => "italien",
        "nl" => "néerlandais",
        "oc" => "occitan",
        "pt" => "portugais",
        "ru" => "russe",
        "uk" => "ukrainien",
        "zh" => "chinois",
        _ => null,
    };
}
