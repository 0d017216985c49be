namespace PlansWeb.Content.Templates;

/// <summary>Which engine reads a page before Markdown.</summary>
internal enum TemplateEngine
{
    /// <summary>None: braces are text.</summary>
    None,

    /// <summary>Liquid, Eleventy's default for Markdown.</summary>
    Liquid,

    /// <summary>Nunjucks.</summary>
    Nunjucks,
}
