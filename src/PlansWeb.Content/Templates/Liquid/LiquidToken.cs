namespace PlansWeb.Content.Templates.Liquid;

/// <summary>One <c>{{ }}</c> or <c>{% %}</c> of a body.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of the first brace.</param>
/// <param name="End">Offset after the last brace.</param>
/// <param name="Name">Name of the tag; empty for others.</param>
/// <param name="Content">The expression, the tag's arguments, or the text that <c>raw</c> protects.</param>
/// <param name="TrimLeft">The opening delimiter has a dash: white space before it goes.</param>
/// <param name="TrimRight">The closing delimiter has a dash: white space after it goes.</param>
internal readonly record struct LiquidToken(
    LiquidTokenKind Kind, int Start, int End, string Name, string Content, bool TrimLeft, bool TrimRight);

/// <summary>What stands between delimiters.</summary>
internal enum LiquidTokenKind
{
    /// <summary><c>{{ … }}</c>.</summary>
    Output,

    /// <summary><c>{% … %}</c>.</summary>
    Tag,

    /// <summary><c>{% raw %}…{% endraw %}</c>, with its content.</summary>
    Raw,

    /// <summary>A comment with its content: Liquid's <c>{% comment %}</c> and <c>{% # %}</c>.</summary>
    Comment,

    /// <summary><c>{# … #}</c>, which only Nunjucks knows.</summary>
    NunjucksComment,

    /// <summary>An opening delimiter without its closing one.</summary>
    Unclosed,

    /// <summary><c>{% raw %}</c> or <c>{% comment %}</c> without its end.</summary>
    UnclosedRegion,
}
