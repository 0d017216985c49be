namespace PlansWeb.Content.Search;

/// <summary>Where in a page a word stands, apart from its body.</summary>
[Flags]
internal enum PageFields : byte
{
    /// <summary>In the body alone.</summary>
    None = 0,

    /// <summary>In the title.</summary>
    Title = 1,

    /// <summary>In a heading of the body.</summary>
    Heading = 2,

    /// <summary>In the description.</summary>
    Description = 4,

    /// <summary>In the last part of the address.</summary>
    Slug = 8,
}
