namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>Why a YAML text cannot be read as it stands.</summary>
internal enum YamlFaultKind
{
    /// <summary>It is not YAML.</summary>
    Syntax,

    /// <summary>Lists or maps are nested too deeply.</summary>
    TooDeep,

    /// <summary>Aliases stand for too many values.</summary>
    TooManyNodes,

    /// <summary>A tag (<c>!name</c>) other than the eight of the core schema.</summary>
    UnknownTag,

    /// <summary>An alias (<c>*name</c>) without its anchor.</summary>
    UnknownAlias,

    /// <summary>An anchor (<c>&amp;name</c>) that is surely meant as text, such as an HTML entity.</summary>
    DoubtfulAnchor,

    /// <summary>A key that is a list or a map, such as what <c>{{ x }}</c> gives.</summary>
    ComplexKey,

    /// <summary>A no-break or invisible space beside a key, which YAML takes as part of the key.</summary>
    InvisibleSpace,

    /// <summary>A merge key (<c>&lt;&lt;</c>) whose value is no map.</summary>
    Merge,

    /// <summary>A second document after <c>...</c>.</summary>
    SecondDocument,

    /// <summary>The text as a whole is no map.</summary>
    NotMap,
}
