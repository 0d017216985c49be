namespace PlansWeb.Content.Html.Media;

/// <summary>The formats of documents: files that a reader opens with another program than the browser's page.</summary>
internal static class DocumentFormat
{
    /// <summary>Their extensions, as alternatives of a regular expression.</summary>
    public const string Extensions = "csv|docx|epub|ics|json|odp|ods|odt|pdf|pptx|txt|xlsx|zip";

    private static readonly HashSet<string> s_names = [.. Extensions.Split('|').Select(static extension => extension.ToUpperInvariant())];

    /// <summary>The format of a file as people name it, such as « PDF »; <see langword="null"/> for what is no document.</summary>
    public static string? Of(string path)
    {
        var name = Path.GetExtension(path).TrimStart('.').ToUpperInvariant();
        return s_names.Contains(name) ? name : null;
    }
}
