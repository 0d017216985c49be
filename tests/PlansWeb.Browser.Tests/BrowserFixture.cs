using Microsoft.Playwright;
using PlansWeb.Browser.Tests;
using PlansWeb.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace PlansWeb.Browser.Tests;

/// <summary>
/// One Chromium for all tests, started by the first that asks: what <c>CHROMIUM</c> names, else Debian's headless shell, which takes a third of the
/// processor time that the whole browser takes, else Debian's browser.
/// </summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    // In milliseconds: machines that build other things meanwhile are slow.
    private const float Patience = 90_000;

    // As root and without a graphics card, as machines of continuous integration are; and no host but this one can be reached.
    private static readonly string[] s_flags =
    [
        "--ignore-certificate-errors-spki-list=" + TestCertificate.KeyHash, "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _browser = new(Launch);

    /// <summary>Opens a window of its own: no cache, no cookie of another test.</summary>
    public async Task<IPage> Open(int width = 1280, int height = 900, Action<BrowserNewContextOptions>? configure = null)
    {
        var options = new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "fr-FR",
            ColorScheme = ColorScheme.Light,

            // The site allows no script at all; axe is one.
            BypassCSP = true,
        };
        configure?.Invoke(options);
        var context = await (await _browser.Value).Browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            var (driver, browser) = await _browser.Value;
            await browser.CloseAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> Launch()
    {
        string[] installed = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? installed.FirstOrDefault(File.Exists) ?? installed[1];
        Needs.That(File.Exists(path), $"there is no Chromium at {path}: install it, or name another in CHROMIUM");
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = path, Headless = true, Args = s_flags }));
    }
}
