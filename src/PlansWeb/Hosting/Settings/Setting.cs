namespace PlansWeb.Hosting.Settings;

/// <summary>A setting that the site reads, and what may stand in it.</summary>
/// <param name="Key">Its key, as in <c>Cache:SizeLimitMb</c>; <c>*</c> stands for any one name, as in <c>Logging:LogLevel:*</c>.</param>
/// <param name="Allowed">What is allowed, in French, to follow « indiquez ».</param>
/// <param name="IsValid">A text is allowed.</param>
internal sealed record Setting(string Key, string Allowed, Func<string, bool> IsValid)
{
    /// <summary>The value may not be shown: it is a secret or may contain one.</summary>
    public bool IsSecret { get; init; }

    /// <summary>An empty text means that the setting is not set.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>The setting is a list: its values stand under <c>Key:0</c>, <c>Key:1</c>…</summary>
    public bool IsList { get; init; }

    /// <summary>A number in a range.</summary>
    public static Setting Number(string key, int least, int most, string unit = "") => new(
        key,
        Texts.NumberAllowed(least, most, unit),
        text => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most);

    /// <summary>Yes or no.</summary>
    public static Setting Flag(string key) => new(key, Texts.FlagAllowed, static text => bool.TryParse(text, out _));

    /// <summary>One of these words, in any case.</summary>
    public static Setting OneOf(string key, params string[] words) =>
        new(key, Texts.OneOfAllowed(words), text => words.Contains(text, StringComparer.OrdinalIgnoreCase));

    /// <summary>An address in http or https.</summary>
    public static Setting WebAddress(string key) =>
        new(key, Texts.WebAddressAllowed, static text => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https"));

    /// <summary>A folder, which need not exist yet.</summary>
    /// <param name="key">The setting's key.</param>
    /// <param name="allowed">What is allowed, in French.</param>
    public static Setting Folder(string key, string allowed) =>
        new(key, allowed, static text => text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal) && !File.Exists(text));

    /// <summary>A file that exists.</summary>
    public static Setting ExistingFile(string key) => new(key, Texts.FileAllowed, File.Exists);
}
