using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PlansWeb.Content.Search;

/// <summary>
/// Reads the words of a text, folded, without making strings. French elisions are no words (<c>l’</c>, <c>qu’</c>); a compound with hyphens
/// gives its parts, then itself in one word, so that « éco-conception » and « écoconception » find each other.
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

    // aujourd’hui and prud’homme are no elisions: their halves are two words, in the index as in the query.
    private readonly bool IsElision() =>
        _position < _text.Length && IsApostrophe(_text[_position])
        && ((ReadOnlySpan<char>)_letters[.._length]) is "l" or "d" or "j" or "m" or "t" or "s" or "n" or "c" or "qu" or "jusqu" or "lorsqu" or "puisqu" or "quoiqu" or "quelqu" or "presqu";

    private void Join()
    {
        if (_state == State.Outside)
        {
            CompoundStart = Start;
            _compoundLength = 0;
            Parts = 0;
        }

        var goesOn = _position + 1 < _text.Length && IsHyphen(_text[_position]) && char.IsLetter(_text[_position + 1]);
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
