using System.Globalization;
using System.Text;

namespace PlansWeb.Content.Markdown.Typography;

/// <summary>
/// markdown-it's <c>smartquotes</c> with the old site's French quotes: <c>"</c> gives « », <c>'</c> gives ‹ › around words and ’ elsewhere.
/// </summary>
/// <remarks>
/// A quote opens or closes by what stands before and after it, across elements: what is neither space nor punctuation attracts it. An
/// opening quote waits on a stack until one of its kind closes it at the same level of elements; one that waits in vain stays as it is.
/// </remarks>
internal sealed class SmartQuotes
{
    private const string Apostrophe = "’";

    private readonly IReadOnlyList<FlowItem> _items;
    private readonly IReadOnlyList<string> _quotes;
    private readonly List<Opening> _stack = [];

    // How many of the waiting quotes are double, so that a quote that closes nothing does not search the whole stack.
    private readonly Dictionary<(int Level, bool IsSingle), int> _waiting = [];
    private readonly SortedDictionary<int, string>?[] _edits;

    private SmartQuotes(IReadOnlyList<FlowItem> items, IReadOnlyList<string> quotes)
    {
        _quotes = quotes;
        _items = items;
        _edits = new SortedDictionary<int, string>?[items.Count];
    }

    /// <summary>The old site's: double opening and closing, single opening and closing.</summary>
    public static IReadOnlyList<string> French { get; } = ["«\u00A0", "\u00A0»", "‹\u00A0", "\u00A0›"];

    /// <summary>Those of pages in English.</summary>
    public static IReadOnlyList<string> English { get; } = ["“", "”", "‘", "’"];

    /// <summary>Changes the texts of one paragraph.</summary>
    public static void Apply(IReadOnlyList<FlowItem> items, IReadOnlyList<string> quotes) => new SmartQuotes(items, quotes).Run();

    private void Run()
    {
        for (var i = 0; i < _items.Count; i++)
        {
            // What opened in an element that has ended closes nowhere.
            while (_stack.Count > 0 && _stack[^1].Level > _items[i].Level)
            {
                Pop();
            }

            if (_items[i].Text is { } text)
            {
                for (var at = text.Text.AsSpan().IndexOfAny('"', '\''); at >= 0; at = NextQuote(text.Text, at))
                {
                    Look(i, text.Text, at);
                }
            }
        }

        for (var i = 0; i < _items.Count; i++)
        {
            if (_edits[i] is { } edits)
            {
                _items[i].Text!.Text = Edit(_items[i].Text!.Text, edits);
            }
        }
    }

    private static int NextQuote(string text, int at)
    {
        var next = text.AsSpan(at + 1).IndexOfAny('"', '\'');
        return next < 0 ? -1 : at + 1 + next;
    }

    private void Look(int index, string text, int at)
    {
        var isSingle = text[at] == '\'';
        var (canOpen, canClose) = Role(text[at], Before(index, text, at), After(index, text, at));
        if (!canOpen && !canClose)
        {
            if (isSingle)
            {
                Put(index, at, Apostrophe);
            }

            return;
        }

        var level = _items[index].Level;
        if (canClose && TryClose(index, at, level, isSingle))
        {
            return;
        }

        if (canOpen)
        {
            _stack.Add(new Opening(index, at, isSingle, level));
            _waiting[(level, isSingle)] = _waiting.GetValueOrDefault((level, isSingle)) + 1;
        }
        else if (isSingle)
        {
            Put(index, at, Apostrophe);
        }
    }

    private static (bool CanOpen, bool CanClose) Role(char quote, char before, char after)
    {
        if (quote == '"' && after == '"' && char.IsAsciiDigit(before))
        {
            // 1"": the first one means inches.
            return (false, false);
        }

        var (spaceBefore, spaceAfter) = (IsSpace(before), IsSpace(after));
        var (markBefore, markAfter) = (IsMark(before), IsMark(after));
        var canOpen = !spaceAfter && (!markAfter || spaceBefore || markBefore);
        var canClose = !spaceBefore && (!markBefore || spaceAfter || markAfter);

        // Between two characters alike: replaced in a row of punctuation, foo-"-bar-"-baz, not inside words, foo"bar"baz.
        return canOpen && canClose ? (markBefore, markAfter) : (canOpen, canClose);
    }

    private bool TryClose(int index, int at, int level, bool isSingle)
    {
        if (_waiting.GetValueOrDefault((level, isSingle)) == 0)
        {
            return false;
        }

        // Those that opened after the one that is closed now are given up.
        while (_stack[^1].IsSingle != isSingle)
        {
            Pop();
        }

        var opening = Pop();
        Put(opening.Item, opening.At, _quotes[isSingle ? 2 : 0]);
        Put(index, at, _quotes[isSingle ? 3 : 1]);
        return true;
    }

    private Opening Pop()
    {
        var opening = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        _waiting[(opening.Level, opening.IsSingle)]--;
        return opening;
    }

    private void Put(int item, int at, string text) => (_edits[item] ??= [])[at] = text;

    private char Before(int index, string text, int at)
    {
        if (at > 0)
        {
            return text[at - 1];
        }

        for (var i = index - 1; i >= 0 && _items[i].Kind != FlowKind.Break; i--)
        {
            var last = _items[i].Text is { } other ? other.Text[^1] : _items[i].Last;
            if (last != '\0')
            {
                return last;
            }
        }

        return ' ';
    }

    private char After(int index, string text, int at)
    {
        if (at + 1 < text.Length)
        {
            return text[at + 1];
        }

        for (var i = index + 1; i < _items.Count && _items[i].Kind != FlowKind.Break; i++)
        {
            var first = _items[i].Text is { } other ? other.Text[0] : _items[i].First;
            if (first != '\0')
            {
                return first;
            }
        }

        return ' ';
    }

    private static string Edit(string text, SortedDictionary<int, string> edits)
    {
        var builder = new StringBuilder(text.Length + (edits.Count * 2));
        var from = 0;
        foreach (var (at, replacement) in edits)
        {
            builder.Append(text, from, at - from).Append(replacement);
            from = at + 1;
        }

        return builder.Append(text, from, text.Length - from).ToString();
    }

    private static bool IsSpace(char c) =>
        c is '\t' or '\n' or '\v' or '\f' or '\r' || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    // Punctuation of any script, and ASCII symbols such as + and =.
    private static bool IsMark(char c) => char.IsPunctuation(c) || (char.IsAscii(c) && char.IsSymbol(c));

    private readonly record struct Opening(int Item, int At, bool IsSingle, int Level);
}
