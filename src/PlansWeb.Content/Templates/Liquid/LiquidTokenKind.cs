namespace PlansWeb.Content.Templates.Liquid;

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
