namespace PlansWeb.Content.Checks;

/// <summary>Registers the rules that look at the whole site.</summary>
internal static class CheckingSetup
{
    /// <summary>Adds the <see cref="SiteChecker"/>. It costs nothing until it is asked.</summary>
    public static IServiceCollection AddChecking(this IServiceCollection services) => services.AddSingleton<SiteChecker>();
}
