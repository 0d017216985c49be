using PlansWeb.Content.Html.Media.Headers;

namespace PlansWeb.Hosting.Settings;

/// <summary>Each room says what may stand in the settings that it reads; all are looked at together, before anything starts.</summary>
internal static class SettingsSetup
{
    private const int LongestValueShown = 200;

    /// <summary>Adds settings to those that are looked at.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, params ReadOnlySpan<Setting> settings)
    {
        foreach (var setting in settings)
        {
            services.AddSingleton(setting);
        }

        return services;
    }

    /// <summary>The settings that are looked at.</summary>
    public static IEnumerable<Setting> Settings(this IServiceCollection services) =>
        services.Select(static service => service.ServiceType == typeof(Setting) ? service.ImplementationInstance : null).OfType<Setting>();

    /// <summary>Looks at all settings.</summary>
    /// <returns>One line in French for each value that cannot be right; none where the program may start.</returns>
    public static IReadOnlyList<string> SettingFaults(this IServiceCollection services, IConfiguration configuration) =>
        [.. services.Settings().SelectMany(setting => Sections(configuration, setting.Key).SelectMany(section => Faults(setting, section))).Distinct()];

    private static IEnumerable<IConfigurationSection> Sections(IConfiguration configuration, string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return [configuration.GetSection(pattern)];
        }

        // What stands before the star ends in a colon, and what follows it begins with one, where there is any.
        var all = (star == 0 ? configuration : configuration.GetSection(pattern[..(star - 1)])).GetChildren();
        return star + 1 == pattern.Length ? all : all.SelectMany(child => Sections(child, pattern[(star + 2)..]));
    }

    private static IEnumerable<string> Faults(Setting setting, IConfigurationSection section)
    {
        IConfigurationSection[] values = setting.IsList ? [.. section.GetChildren()] : [section];
        if (setting.IsList && !string.IsNullOrEmpty(section.Value))
        {
            yield return Texts.ListExpected(section.Path, Shown(setting, section.Value), setting.Allowed);
        }

        foreach (var value in values)
        {
            // One value is expected: a list or a group in its place would be read as nothing.
            if (value.Value is null && value.GetChildren().Any())
            {
                yield return Texts.ValueExpected(value.Path, setting.Allowed);
            }
            else if (value.Value is { } text && !(setting.MayBeEmpty && text.Length == 0) && !setting.IsValid(text))
            {
                yield return Texts.WrongSetting(value.Path, Shown(setting, text), setting.Allowed);
            }
        }
    }

    // One line, whatever stands in it.
    private static string Shown(Setting setting, string value) => setting.IsSecret ? Texts.HiddenValue
        : string.Concat(value.Take(LongestValueShown).Select(static letter => char.IsControl(letter) ? ' ' : letter)) + (value.Length > LongestValueShown ? "…" : "");
}
