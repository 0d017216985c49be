namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// What one body may cost. Counts, not seconds, decide, so that the same text has the same fate on every machine;
/// the time limit only backs them up.
/// </summary>
internal static class LiquidLimits
{
    /// <summary><c>{{ }}</c> and <c>{% %}</c> in one body. The busiest page of the old site has 60.</summary>
    public const int Tokens = 10_000;

    /// <summary>Characters between one pair of delimiters. Longer ones are never given to the parser, which recurses.</summary>
    public const int TokenLength = 4_096;

    /// <summary>Brackets in one expression: the parser calls itself for each.</summary>
    public const int ExpressionBrackets = 64;

    /// <summary>Filters, operators and dots in one expression, with the spaces around them: each is a call inside a call.</summary>
    public const int ExpressionParts = 400;

    /// <summary>Expressions inside the expressions that filters such as <c>where_exp</c> are given.</summary>
    public const int ExpressionDepth = 4;

    /// <summary>Characters of such an inner expression: what is left of a stack that is nearly used holds a short one.</summary>
    public const int InnerExpressionLength = 512;

    /// <summary>Lists inside lists.</summary>
    public const int ListDepth = 16;

    /// <summary>Blocks inside blocks.</summary>
    public const int BlockDepth = 24;

    /// <summary>Statements and loop turns. A loop over 500 pages inside another fits.</summary>
    public const int Steps = 1_000_000;

    /// <summary>Elements of one list that a range, a split or a concatenation makes.</summary>
    public const int ListLength = 100_000;

    /// <summary>Turns of a range such as <c>(1..n)</c>.</summary>
    public const int RangeLength = 10_000;

    /// <summary>Characters of one value that a filter makes.</summary>
    public const int TextLength = 262_144;

    /// <summary>Characters of the whole output.</summary>
    public const int OutputLength = 2_097_152;

    /// <summary>Characters read or written by filters, captures and variables together; a list element counts as 16.</summary>
    public const long Work = 33_554_432;

    /// <summary>Time of the processor; backs up the counts above.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(1.2);

    /// <summary>Problems of one body that are listed one by one.</summary>
    public const int Reports = 50;
}

/// <summary>A body went past one of <see cref="LiquidLimits"/>. Never leaves this folder.</summary>
/// <param name="limit">Which limit, in French, to follow « parce que » or « parce qu’ ».</param>
internal sealed class LiquidLimitException(string limit) : Exception(limit);
