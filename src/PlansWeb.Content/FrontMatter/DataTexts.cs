namespace PlansWeb.Content.FrontMatter;

/// <summary>Texts of front matter and data files that stand beside those of the site.</summary>
internal static class DataTexts
{
    /// <summary>A text, without what would turn the text around it; <see langword="null"/> where it is blank, or no text.</summary>
    public static string? Of(object? value) => value is string text && TextDirection.WithoutControls(text).Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>The texts of a value that is one or a list of them; what is blank or no text is left out.</summary>
    public static IEnumerable<string> AllOf(object? value) => (value is IEnumerable<object?> list ? list : [value]).Select(Of).OfType<string>();
}
