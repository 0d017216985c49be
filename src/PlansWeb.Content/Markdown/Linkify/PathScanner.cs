namespace PlansWeb.Content.Markdown.Linkify;

/// <summary>
/// Reads what follows a host: linkify-it's <c>src_path</c>. Brackets and quotes belong to an address when they are balanced, punctuation
/// when something follows it.
/// </summary>
/// <remarks>
/// An opening bracket looks ahead for its closing one. Where none was found before, none is looked for again (<see cref="_missing"/>), so
/// <c>https://a.b/(</c> written 40,000 times costs one look.
/// </remarks>
internal ref struct PathScanner
{
    private readonly ReadOnlySpan<char> _text;

    // For each closing character: looking for it from before this index is in vain, or finds what stands at _found.
    private ClosingMemo _missing;
    private ClosingMemo _found;

    /// <summary>Prepares for one text.</summary>
    public PathScanner(ReadOnlySpan<char> text)
    {
        _text = text;
        _missing = default;
        _found = default;
    }

    /// <summary>The index after the path, or <paramref name="start"/> when there is none.</summary>
    public int Skip(int start)
    {
        if (start >= _text.Length || _text[start] is not ('/' or '?' or '#'))
        {
            return start;
        }

        var i = start + 1;
        for (var next = Step(i); next > i; next = Step(i))
        {
            i = next;
        }

        // « / » alone is a path, « ? » and « # » alone are the sentence's.
        return i > start + 1 || _text[start] == '/' ? i : start;
    }

    private int Step(int i)
    {
        if (i >= _text.Length)
        {
            return i;
        }

        var c = _text[i];
        switch (c)
        {
            case '[':
                return Pair(i, ']', 0);
            case '(':
                return Pair(i, ')', 0);
            case '{':
                return Pair(i, '}', 0);
            case '"':
                return Pair(i, '"', 1);
            case '\'':
                var pair = Pair(i, '\'', 1);
                return pair > i || i + 1 >= _text.Length || (_text[i + 1] != '-' && !LinkChars.IsPseudoLetter(_text[i + 1])) ? pair : i + 2;
            case '.':
                return Dots(i);
            case '-':
                return i + 1;
            case ',':
                return Followed(i, '\0');
            case '!' or '?':
                return Followed(i, c);
            case ']' or ')' or '}':
                return i;
            default:
                return LinkChars.IsSeparator(c) || LinkChars.IsSpaceOrControl(c) ? i : i + 1;
        }
    }

    // Punctuation belongs to the address together with the character after it, unless that is a space or the same mark again.
    private readonly int Followed(int i, char except) =>
        i + 1 < _text.Length && _text[i + 1] != except && !LinkChars.IsSpaceOrControl(_text[i + 1]) ? i + 2 : i;

    // Two to four dots inside a path, as in GitHub's a...b, then one dot.
    private readonly int Dots(int i)
    {
        var rest = _text[i..];
        var count = rest.IndexOfAnyExcept('.');
        if (count is >= 2 and <= 4 && (char.IsAsciiLetterOrDigit(rest[count]) || rest[count] is '%' or '/'))
        {
            return i + count + 1;
        }

        return Followed(i, '.');
    }

    private int Pair(int open, char close, int minimum)
    {
        var end = IndexOfClosing(close, open + 1);
        return end < 0 || end - open - 1 < minimum ? open : end + 1;
    }

    // The next closing character with no white space before it.
    private int IndexOfClosing(char close, int start)
    {
        ref var missing = ref _missing.For(close);
        ref var found = ref _found.For(close);
        if (start < missing)
        {
            return -1;
        }

        if (start <= found)
        {
            return found;
        }

        for (var i = start; i < _text.Length; i++)
        {
            if (_text[i] == close)
            {
                found = i;
                return i;
            }

            if (LinkChars.IsSpaceOrControl(_text[i]))
            {
                missing = i;
                return -1;
            }
        }

        missing = _text.Length;
        return -1;
    }
}
