using PlansWeb.Content.Site;

namespace PlansWeb.Content.Checks;

/// <summary>The rules that a page asks not to hear of: <c>ignore: [lien-mort]</c> in its front matter, or in its folder's data.</summary>
internal static class Silence
{
    /// <summary>The ids that a page names.</summary>
    public static IReadOnlyList<string> Of(ContentPage page) => page.Data.GetValueOrDefault(KnownKeys.Ignore) switch
    {
        string ids => ids.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        IEnumerable<object?> ids => [.. ids.OfType<string>().Select(static id => id.Trim())],
        _ => [],
    };
}
