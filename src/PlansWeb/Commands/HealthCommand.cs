using System.CommandLine;
using System.Globalization;
using PlansWeb.Hosting;

namespace PlansWeb.Commands;

/// <summary><c>PlansWeb health</c>: asks a running site whether it is ready, for images that have no shell and no curl.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromSeconds(5);

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var url = new Option<string?>("--url") { Description = "adresse du site (sinon celle que disent les réglages, sur cette machine)", HelpName = "http://127.0.0.1:8080" };
        var command = new Command("health", """
            Demande à un site lancé s’il est prêt.
            État de sortie : 0 prêt, 1 pas prêt, 2 commande mal écrite.
            """) { url };
        command.SetAction((given, _) => RunAsync(given.GetValue(url) ?? OpsPort.ProbeAddress(Settings()), terminal));
        return command;
    }

    private static async Task<int> RunAsync(string address, Terminal terminal)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https"))
        {
            throw new UsageException($"«\u00a0{address}\u00a0» n’est pas une adresse comme http://127.0.0.1:8080.");
        }

        // A probe goes straight to the site, whatever proxy the machine is told to use for others.
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { Timeout = s_timeLimit };
        try
        {
            using var response = await client.GetAsync(new Uri(site, "/health/ready"), HttpCompletionOption.ResponseHeadersRead);
            if (response.IsSuccessStatusCode)
            {
                terminal.Output.WriteLine("Le site est prêt.");
                return CommandLine.Success;
            }

            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Le site n’est pas prêt\u00a0: {(int)response.StatusCode}."));
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            terminal.Error.WriteLine($"Le site ne répond pas à {site}\u00a0: {exception.Message}");
        }

        return CommandLine.Failure;
    }

    // What the site itself reads, but for its command line: in an image, settings come from the environment.
    private static IConfigurationRoot Settings() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables("DOTNET_")
        .AddEnvironmentVariables("ASPNETCORE_")
        .AddEnvironmentVariables()
        .Build();
}
