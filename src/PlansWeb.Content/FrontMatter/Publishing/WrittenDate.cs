using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PlansWeb.Content.FrontMatter.Publishing;

/// <summary>
/// A date as an editor wrote it: ISO 8601, or one of the French forms that can only mean one day (31/12/2099, 1er janvier 2099, 2099-2-3 à 10h30).
/// A year of two digits, a month before its day, a day that does not exist or is not the weekday named before it are no date.
/// </summary>
/// <param name="Local">Day and time as written.</param>
/// <param name="HasTime">A time was written.</param>
/// <param name="Offset">The distance from UTC that was written; without one, a time is the time of Paris.</param>
/// <param name="IsIso">Written as the guide asks, year first with two digits for month and day.</param>
internal readonly partial record struct WrittenDate(DateTime Local, bool HasTime, TimeSpan? Offset, bool IsIso)
{
    private const int Longest = 80;

    // Without accents; an abbreviation is the beginning of the name, long enough to be no other month's.
    private static readonly string[] s_months =
        ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    private static readonly string[] s_days = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    /// <summary>
    /// The instant from which something that opens then is open. A time that Paris has not (the hour skipped in spring) or has twice (in
    /// autumn) is the later of the two instants that may be meant.
    /// </summary>
    public DateTimeOffset Opening => Instant(TimeSpan.FromHours(1));

    /// <summary>The instant from which something that closes then is closed: where two may be meant, the earlier.</summary>
    public DateTimeOffset Closing => Instant(TimeSpan.FromHours(2));

    /// <summary>The day that readers are shown: a day without time is midnight UTC, as Eleventy has it; a time has Paris's offset.</summary>
    public DateTimeOffset Shown => HasTime ? Instant(TimeSpan.FromHours(1)) : new DateTimeOffset(Local, TimeSpan.Zero);

    /// <summary>The same date as the guide asks for it.</summary>
    public string Iso
    {
        get
        {
            var format = !HasTime ? "yyyy-MM-dd" : Offset is null ? (Local.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss") : "yyyy-MM-dd'T'HH:mm:ss";
            var sign = Offset < TimeSpan.Zero ? '-' : '+';
            return Local.ToString(format, CultureInfo.InvariantCulture) + (Offset is { } offset ? $"{sign}{offset:hh\\:mm}" : "");
        }
    }

    /// <summary>Reads a text; <see langword="null"/> where it is no date, or may be two.</summary>
    public static WrittenDate? Read(string text)
    {
        if (text.Length > Longest || Form().Match(Plain(text)) is not { Success: true } match
            || Day(match) is not { } day || Time(match) is not { } time || !TryOffset(match, out var offset))
        {
            return null;
        }

        // The calendar has no instant before its first day.
        var local = day + time;
        return offset is { } ahead && local.Ticks < ahead.Ticks ? null : new WrittenDate(local, match.Groups["h"].Success || match.Groups["noon"].Success, offset, Iso8601().IsMatch(text.Trim()));
    }

    /// <summary>The date that was probably meant by a text that is none: the month before the day, as in English.</summary>
    public static WrittenDate? Guess(string text) =>
        MonthFirst().Match(Plain(text)) is { Success: true } match
            ? Read($"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}")
            : null;

    private DateTimeOffset Instant(TimeSpan whereDoubtful)
    {
        var offset = Offset ?? (French.Paris.IsInvalidTime(Local) || French.Paris.IsAmbiguousTime(Local) ? whereDoubtful : French.Paris.GetUtcOffset(Local));

        // « For ever » is written 9999-12-31, « always » 0001-01-01: at the ends of the calendar there is no room for a zone.
        var utc = Local.Ticks - offset.Ticks;
        return utc < DateTime.MinValue.Ticks ? DateTimeOffset.MinValue : utc > DateTime.MaxValue.Ticks ? DateTimeOffset.MaxValue : new DateTimeOffset(Local, offset);
    }

    private static DateTime? Day(Match match)
    {
        var year = Number(match, "y", 1);
        var month = match.Groups["month"].Success ? Month(match.Groups["month"].Value) : Number(match, "m", 1);
        var day = Number(match, "d", 1);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || (match.Groups["er"].Success && day != 1))
        {
            return null;
        }

        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        var weekday = match.Groups["weekday"];
        return weekday.Success && !s_days[(int)date.DayOfWeek].StartsWith(weekday.Value, StringComparison.Ordinal) ? null : date;
    }

    private static TimeSpan? Time(Match match)
    {
        if (match.Groups["noon"].Success)
        {
            return TimeSpan.FromHours(12);
        }

        var (hour, minute, second) = (Number(match, "h", 0), Number(match, "min", 0), Number(match, "s", 0));
        return hour > 23 || minute > 59 || second > 59
            ? null
            : new TimeSpan(hour, minute, second) + TimeSpan.FromTicks((long)(Fraction(match.Groups["f"].Value) * TimeSpan.TicksPerSecond));
    }

    private static decimal Fraction(string digits) =>
        digits.Length == 0 ? 0 : decimal.Parse("0." + digits, CultureInfo.InvariantCulture);

    private static bool TryOffset(Match match, out TimeSpan? offset)
    {
        offset = null;
        if (match.Groups["utc"].Success)
        {
            offset = TimeSpan.Zero;
        }
        else if (match.Groups["sign"].Success)
        {
            var minutes = Number(match, "oh", 0) * 60 + Number(match, "om", 0);
            if (Number(match, "om", 0) > 59 || minutes > 14 * 60)
            {
                return false;
            }

            offset = TimeSpan.FromMinutes(match.Groups["sign"].Value == "-" ? -minutes : minutes);
        }

        return true;
    }

    private static int Month(string name) =>
        name.Length < 3 ? 0 : 1 + Array.FindIndex(s_months, month => month.StartsWith(name, StringComparison.Ordinal) && !(name == "jui"));

    private static int Number(Match match, string group, int missing) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture) : missing;

    // Lower case without accents, one space between words, one kind of hyphen.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(c))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                    break;
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.Control:
                    plain.Append(plain.Length > 0 && plain[^1] == ' ' ? "" : " ");
                    break;
                case UnicodeCategory.DashPunctuation:
                    plain.Append('-');
                    break;
                default:
                    plain.Append(c is '−' ? '-' : c);
                    break;
            }
        }

        return plain.ToString().Trim();
    }

    [GeneratedRegex(
        """
        ^(?:(?<weekday>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)\.?,?\ )?(?:le\ )?
        (?:(?<d>[0-9]{1,2})(?<er>er)?\ (?<month>[a-z]{3,9})\.?\ (?<y>[0-9]{4})
          |(?<d>[0-9]{1,2})(?<sep>[/.-])(?<m>[0-9]{1,2})\k<sep>(?<y>[0-9]{4})
          |(?<y>[0-9]{4})(?<sep>[/.-])(?<m>[0-9]{1,2})\k<sep>(?<d>[0-9]{1,2})
          |(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})
          |(?<y>[0-9]{4})(?:-(?<m>[0-9]{2}))?)
        (?:(?:t|,?\ (?:-\ )?(?:a\ )?)
          (?:(?<noon>midi)
            |(?<h>[0-9]{1,2})(?:\ ?(?::|h|heures?)\ ?(?<min>[0-9]{2})(?:\ ?(?:min|mn))?(?::(?<s>[0-9]{2})(?:[.,](?<f>[0-9]{1,9}))?)?|\ ?(?:h|heures?)))
          (?:\ ?(?:(?<utc>z|utc|gmt)|(?<sign>[+-])(?<oh>[0-9]{1,2})(?::?(?<om>[0-9]{2}))?|\(?(?:heure\ de\ paris|europe/paris)\)?))?)?$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:[Tt ]+[0-9]{1,2}:[0-9]{2}[^h]*)?)?|[0-9]{4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso8601();

    [GeneratedRegex(@"^(?<m>0?[1-9]|1[0-2])[/.-](?<d>[0-9]{1,2})[/.-](?<y>[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();
}
