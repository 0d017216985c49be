using System.Diagnostics.CodeAnalysis;
using Fluid;
using Fluid.Ast;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// Fluid's grammar with this site's shortcodes; fragments come from the folder of includes alone. Thread-safe once built, as Fluid's parser is.
/// </summary>
internal sealed class LiquidGrammar : FluidParser
{
    /// <summary>Builds the grammar; costly, so once, when it is needed.</summary>
    public LiquidGrammar()
        : base(new FluidParserOptions { AllowFunctions = false, AllowLiquidTag = false, AllowParentheses = false })
    {
        // The scanner takes care of the last three: it must know what they protect.
        foreach (var name in (string[])["include", "render", "liquid", "ifchanged", "raw", "comment", "#"])
        {
            RegisteredTags.Remove(name);
        }

        RegisterIdentifierTag(LiquidTags.Literal, Shortcodes.WriteLiteral);
        RegisterParserTag(LiquidTags.Dailymotion, ArgumentsList, Shortcodes.WriteDailymotion);
        RegisterParserTag("include", ArgumentsList, Shortcodes.WriteFragment);
        RegisterParserTag("render", ArgumentsList, Shortcodes.WriteFragment);
        RegisterParserTag(LiquidTags.Shortcode, ArgumentsList, Shortcodes.WriteShortcode);
        RegisterParserBlock(LiquidTags.PairedShortcode, ArgumentsList, Shortcodes.WritePaired);
        RegisterParserBlock(LiquidTags.Transcription, ArgumentsList, Shortcodes.WriteTranscription);
    }

    /// <summary>Parses one token on its own, or says that it cannot be.</summary>
    /// <param name="source">The token, made whole: a block with its end.</param>
    /// <param name="expression">What was written inside it, to judge its complexity before the parser, which recurses, sees it.</param>
    /// <param name="statement">What it says.</param>
    public bool TryParseToken(string source, string expression, [NotNullWhen(true)] out Statement? statement)
    {
        statement = null;
        if (IsTooComplex(expression) || !TryParseTemplate(Identifiers.Encode(source), out var template) || template is not IStatementList { Statements: [var only] })
        {
            return false;
        }

        statement = only;
        return true;
    }

    /// <summary>Parses a whole source.</summary>
    public bool TryParseTemplate(string source, [NotNullWhen(true)] out IFluidTemplate? template)
    {
        try
        {
            return this.TryParse(source, out template, out _);
        }
        catch (Exception e) when (e is ParseException or FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            // A number of 40 digits, for one, is an exception and not a parse error.
            template = null;
            return false;
        }
    }

    private static bool IsTooComplex(string expression)
    {
        if (expression.Length > LiquidLimits.TokenLength)
        {
            return true;
        }

        var (depth, parts, quote) = (0, 0, '\0');
        foreach (var c in expression)
        {
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
                continue;
            }

            switch (c)
            {
                case '"' or '\'':
                    quote = c;
                    break;
                case '(' or '[' or '{':
                    depth++;
                    parts++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    break;
                case '|' or '.' or ' ' or ',' or '\n' or '\t' or '\r':
                    parts++;
                    break;
            }

            if (depth > LiquidLimits.ExpressionDepth || parts > 4 * LiquidLimits.ExpressionParts)
            {
                return true;
            }
        }

        return false;
    }
}
