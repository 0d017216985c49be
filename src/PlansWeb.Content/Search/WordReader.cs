using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PlansWeb.Content.Search;

/// <summary>
/// Reads the words of a text, folded, without making strings. French elisions are no words (<c>l’</c>, <c>qu’</c>); a compound with hyphens
/// or apostrophes inside gives its parts, then itself in one word, so that « éco-conception » and « écoconception », « prud’hommes » and
/// « prudhommes » find each other. An acronym with dots is its letters; digits in groups (thousands, telephone numbers) are one number;
/// <c>n°</c> is the word « numéro ». A word that is a stop word but for its accents (« sûr ») keeps them: see <see cref="StopWords"/>.
/// </summary>
internal ref struct WordReader
{
    /// <summary>The letters of a word that count; more makes no difference to anyone.</summary>
    public const int LongestWord = 40;

    private readonly ReadOnlySpan<char> _text;
    private Letters _letters;
    private Letters _compound;
    private int _length;
    private int _compoundLength;
    private int _position;
    private State _state;

    /// <summary>Begins before the first word.</summary>
    public WordReader(ReadOnlySpan<char> text) => _text = text;

    private enum State
    {
        /// <summary>The next word stands alone, or begins a compound.</summary>
        Outside,

        /// <summary>A hyphen and a letter follow: the next word goes on with the compound.</summary>
        InCompound,

        /// <summary>The last part was read: the compound as a whole is next.</summary>
        CompoundEnded,
    }

    /// <summary>The word, folded.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<char> Word => IsCompound ? _compound[.._compoundLength] : _letters[.._length];

    /// <summary>Where the word begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where the word ends in the text.</summary>
    public int End { get; private set; }

    /// <summary>The word is a compound as a whole; its <see cref="Parts"/> were read just before it.</summary>
    public bool IsCompound { get; private set; }

    /// <summary>Parts of the compound that is being read.</summary>
    public int Parts { get; private set; }

    /// <summary>The word is a part of a compound that is read after it.</summary>
    public readonly bool IsPart => _state != State.Outside;

    private int CompoundStart { get; set; }

    /// <summary>Goes to the next word.</summary>
    public bool Read()
    {
        if (_state == State.CompoundEnded)
        {
            _state = State.Outside;
            IsCompound = true;
            Start = CompoundStart;
            return true;
        }

        IsCompound = false;
        while (ReadLetters())
        {
            if (IsElision())
            {
                _state = State.Outside;
                continue;
            }

            Join();
            if (StopWords.Homograph(_letters[.._length], _text[Start..End]) is { } homograph)
            {
                homograph.CopyTo(_letters);
            }

            return true;
        }

        return false;
    }

    private bool ReadLetters()
    {
        _length = 0;
        var i = _position;
        for (; i < _text.Length; i++)
        {
            var c = _text[i];
            if (_length == 0 && Special(i) is var end and > 0)
            {
                i = end;
                break;
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                Append((char)(char.IsAsciiLetterUpper(c) ? c | 0x20 : c), i);
            }
            else if (c >= 0x80 && Folding.Fold(c) is { } folded)
            {
                foreach (var letter in folded)
                {
                    Append(letter, i);
                }
            }
            else if (_length > 0)
            {
                break;
            }
        }

        _position = i;
        End = i;
        return _length > 0;
    }

    private void Append(char letter, int at)
    {
        if (_length == 0)
        {
            Start = at;
        }

        if (_length < LongestWord)
        {
            _letters[_length++] = letter;
        }
    }

    // What is one word although it has other characters than letters inside: returns its end, or 0 where there is none.
    private int Special(int at)
    {
        var end = char.IsAsciiDigit(_text[at]) ? NumberEnd(at) : AcronymEnd(at);
        if (end > 0)
        {
            foreach (var c in _text[at..end])
            {
                foreach (var letter in char.IsLetterOrDigit(c) ? Folding.Fold(c) ?? "" : "")
                {
                    Append(letter, at);
                }
            }

            return end;
        }

        // n°, with the degree sign or the masculine ordinal.
        if (_text[at] is 'n' or 'N' && at + 1 < _text.Length && _text[at + 1] is '°' or 'º')
        {
            foreach (var letter in StopWords.Number)
            {
                Append(letter, at);
            }

            return at + 2;
        }

        return 0;
    }

    // S.N.C.F. or S.N.C.F: two letters or more, a dot between them.
    private readonly int AcronymEnd(int at)
    {
        var (letters, end) = (0, at);
        while (end + 1 < _text.Length && char.IsLetter(_text[end]) && _text[end + 1] == '.')
        {
            letters++;
            end += 2;
        }

        if (letters > 0 && end < _text.Length && char.IsLetter(_text[end]) && (end + 1 == _text.Length || !char.IsLetterOrDigit(_text[end + 1])))
        {
            letters++;
            end++;
        }

        return letters > 1 ? end : 0;
    }

    // 12 500, 1.000.000, 12’500 with any space; five pairs are a telephone number.
    private readonly int NumberEnd(int at)
    {
        var first = Digits(at);
        var end = at + first;
        var groups = 1;
        while (first <= 3 && IsGroupSeparator(end) && Digits(end + 1) == 3 && !IsLetter(end + 4))
        {
            end += 4;
            groups++;
        }

        if (groups > 1)
        {
            return end;
        }

        while (first == 2 && groups < 5 && (IsGroupSeparator(end) || (end < _text.Length && _text[end] == '-')) && Digits(end + 1) == 2 && !IsLetter(end + 3))
        {
            end += 3;
            groups++;
        }

        return groups == 5 ? end : 0;
    }

    private readonly int Digits(int at)
    {
        var end = at;
        while (end < _text.Length && char.IsAsciiDigit(_text[end]))
        {
            end++;
        }

        return end - at;
    }

    private readonly bool IsLetter(int at) => at < _text.Length && char.IsLetter(_text[at]);

    private readonly bool IsGroupSeparator(int at) =>
        at < _text.Length && (_text[at] is '.' or ',' || IsApostrophe(_text[at]) || char.GetUnicodeCategory(_text[at]) == System.Globalization.UnicodeCategory.SpaceSeparator);

    // aujourd’hui, prud’homme and presqu’île are no elisions: they are compounds.
    private readonly bool IsElision() =>
        _position < _text.Length && IsApostrophe(_text[_position])
        && ((ReadOnlySpan<char>)_letters[.._length]) is "l" or "d" or "j" or "m" or "t" or "s" or "n" or "c" or "qu" or "jusqu" or "lorsqu" or "puisqu" or "quoiqu";

    private void Join()
    {
        if (_state == State.Outside)
        {
            CompoundStart = Start;
            _compoundLength = 0;
            Parts = 0;
        }

        var goesOn = _position + 1 < _text.Length && (IsHyphen(_text[_position]) || IsApostrophe(_text[_position])) && char.IsLetter(_text[_position + 1]);
        if (_state == State.Outside && !goesOn)
        {
            return;
        }

        Parts++;
        var room = Math.Min(_length, LongestWord - _compoundLength);
        ((ReadOnlySpan<char>)_letters[..room]).CopyTo(_compound[_compoundLength..]);
        _compoundLength += room;
        _state = goesOn ? State.InCompound : State.CompoundEnded;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '′' or '＇';

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    [InlineArray(LongestWord)]
    private struct Letters
    {
        private char _first;
    }
}
