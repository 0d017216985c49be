namespace PlansWeb.Content.Markdown.Tables;

/// <summary>What the colons of a table's second line say of a column.</summary>
internal enum CellAlignment
{
    /// <summary><c>---</c></summary>
    None,

    /// <summary><c>:--</c></summary>
    Left,

    /// <summary><c>:-:</c></summary>
    Center,

    /// <summary><c>--:</c></summary>
    Right,
}
