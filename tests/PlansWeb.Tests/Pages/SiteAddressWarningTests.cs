using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Pages;

/// <summary>Whoever runs the site in earnest is told once that it does not know its address.</summary>
public sealed class SiteAddressWarningTests
{
    [Theory]
    [InlineData("Production", null, 1)]
    [InlineData("Production", "https://www.exemple.fr", 0)]
    [InlineData("Development", null, 0)]
    public void Start_NoPublicAddress_WarnsOutsideDevelopment(string environment, string? url, int warnings)
    {
        using var folder = new SiteBuilder().WithPage("index.md", "title: Accueil");
        using var log = new Recorder();
        using var site = new Site(folder.Root, builder => builder.UseEnvironment(environment).UseSetting("Site:Url", url)
            .ConfigureServices(services => services.AddSingleton<ILoggerProvider>(log)));

        _ = site.Services;

        Assert.Equal(warnings, log.Messages.Count(message => message.Contains("Site:Url", StringComparison.Ordinal)));
    }

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public List<string> Messages { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Messages)
            {
                Messages.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
