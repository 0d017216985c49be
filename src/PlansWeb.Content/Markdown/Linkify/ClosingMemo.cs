using System.Diagnostics.CodeAnalysis;

namespace PlansWeb.Content.Markdown.Linkify;

/// <summary>One index for each closing character that <see cref="PathScanner"/> looks for.</summary>
internal struct ClosingMemo
{
    private int _square;
    private int _round;
    private int _curly;
    private int _double;
    private int _single;

    /// <summary>The index kept for a closing character.</summary>
    [UnscopedRef]
    public ref int For(char close)
    {
        switch (close)
        {
            case ']':
                return ref _square;
            case ')':
                return ref _round;
            case '}':
                return ref _curly;
            case '"':
                return ref _double;
            default:
                return ref _single;
        }
    }
}
