namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>What a YAML text may be as a whole.</summary>
internal enum YamlRoot
{
    /// <summary>A map, as front matter is.</summary>
    Map,

    /// <summary>A map or a list.</summary>
    Collection,

    /// <summary>Anything, as a data file is.</summary>
    Any,
}
