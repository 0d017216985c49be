namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>Reads the dates that js-yaml 3 takes for dates: its lib/js-yaml/type/timestamp.js.</summary>
internal static class YamlTimestamps
{
    /// <summary>
    /// The instant that the text spells: <c>2022-04-01</c>, at midnight UTC, or a full timestamp, in UTC without a zone.
    /// js-yaml rolls an impossible date over (2024-16-18 becomes 2025-04-18); here it stays text and is named.
    /// </summary>
    public static object? Read(string text, out ScalarSurprise surprise)
    {
        surprise = ScalarSurprise.None;
        var reader = new DigitReader(text);
        if (!reader.Number(4, 4, out var year) || !reader.Character('-') || !reader.Number(1, 2, out var month) || !reader.Character('-') || !reader.Number(1, 2, out var day))
        {
            return null;
        }

        int hour = 0, minute = 0, second = 0, milliseconds = 0;
        var offset = TimeSpan.Zero;
        if (reader.AtEnd)
        {
            // The date alone asks for two digits each.
            if (text.Length != 10)
            {
                return null;
            }
        }
        else if (!ReadTime(ref reader, out hour, out minute, out second, out milliseconds, out offset))
        {
            return null;
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            surprise = ScalarSurprise.ImpossibleDate;
            return null;
        }

        var ticks = new DateTime(year, month, day, hour, minute, second, milliseconds, DateTimeKind.Utc).Ticks - offset.Ticks;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
        {
            surprise = ScalarSurprise.ImpossibleDate;
            return null;
        }

        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    private static bool ReadTime(ref DigitReader reader, out int hour, out int minute, out int second, out int milliseconds, out TimeSpan offset)
    {
        (hour, minute, second, milliseconds, offset) = (0, 0, 0, 0, TimeSpan.Zero);
        if (!reader.Character('T') && !reader.Character('t') && !reader.Blanks())
        {
            return false;
        }

        if (!reader.Number(1, 2, out hour) || !reader.Character(':') || !reader.Number(2, 2, out minute) || !reader.Character(':') || !reader.Number(2, 2, out second))
        {
            return false;
        }

        if (reader.Character('.'))
        {
            milliseconds = reader.Milliseconds();
        }

        _ = reader.Blanks();
        if (reader.AtEnd || reader.Character('Z'))
        {
            return reader.AtEnd;
        }

        var west = reader.Character('-');
        if ((!west && !reader.Character('+')) || !reader.Number(1, 2, out var hours))
        {
            return false;
        }

        var minutes = 0;
        if (reader.Character(':') && !reader.Number(2, 2, out minutes))
        {
            return false;
        }

        offset = new TimeSpan(west ? -hours : hours, west ? -minutes : minutes, 0);
        return reader.AtEnd;
    }
}
