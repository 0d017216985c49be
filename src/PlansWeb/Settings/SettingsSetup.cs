namespace PlansWeb.Settings;

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

    /// <summary>Looks at all settings, and writes one line to standard error for each that cannot be right.</summary>
    /// <returns>All may be right: the site may start.</returns>
    public static bool CheckSettings(this WebApplicationBuilder builder)
    {
        var lines = builder.Services.Select(static service => service.ServiceType == typeof(Setting) ? service.ImplementationInstance : null)
            .OfType<Setting>().SelectMany(setting => Faults(setting, builder.Configuration.GetSection(setting.Key))).Distinct().ToArray();
        foreach (var line in lines)
        {
            Console.Error.WriteLine(line);
        }

        return lines.Length == 0;
    }

    private static IEnumerable<string> Faults(Setting setting, IConfigurationSection section)
    {
        IConfigurationSection[] values = setting.IsList ? [.. section.GetChildren()] : [section];
        if (setting.IsList && !string.IsNullOrEmpty(section.Value))
        {
            yield return Texts.ListExpected(setting.Key, Shown(setting, section.Value), setting.Allowed);
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
