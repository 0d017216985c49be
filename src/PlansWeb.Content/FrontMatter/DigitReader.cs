namespace PlansWeb.Content.FrontMatter;

/// <summary>Walks through a date or a time; a regular expression would cost more than the rest of the file's reading.</summary>
/// <param name="text">The date.</param>
internal ref struct DigitReader(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    /// <summary>Whether everything was read.</summary>
    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>Reads as many digits as there are, between two bounds.</summary>
    public bool Number(int fewest, int most, out int value)
    {
        value = 0;
        var count = 0;
        while (count < most && count < _rest.Length && char.IsAsciiDigit(_rest[count]))
        {
            value = (value * 10) + (_rest[count] - '0');
            count++;
        }

        _rest = _rest[count..];
        return count >= fewest;
    }

    /// <summary>Reads one given character.</summary>
    public bool Character(char expected)
    {
        if (_rest.IsEmpty || _rest[0] != expected)
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }

    /// <summary>Reads blanks; false when there are none.</summary>
    public bool Blanks()
    {
        var trimmed = _rest.TrimStart(" \t");
        var any = trimmed.Length != _rest.Length;
        _rest = trimmed;
        return any;
    }

    /// <summary>Reads a fraction of a second, of which JavaScript keeps three digits.</summary>
    public int Milliseconds()
    {
        var value = 0;
        var count = 0;
        while (count < _rest.Length && char.IsAsciiDigit(_rest[count]))
        {
            if (count < 3)
            {
                value = (value * 10) + (_rest[count] - '0');
            }

            count++;
        }

        _rest = _rest[count..];
        return count switch { 1 => value * 100, 2 => value * 10, _ => value };
    }
}
