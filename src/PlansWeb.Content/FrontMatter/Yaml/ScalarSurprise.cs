namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>What an editor may not expect of a plain scalar's type.</summary>
internal enum ScalarSurprise
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A leading zero makes the number octal: 010 is 8.</summary>
    Octal,

    /// <summary>Colons make the number base 60: 12:30 is 750.</summary>
    Base60,

    /// <summary>The text has the form of a date that no calendar has.</summary>
    ImpossibleDate,
}
