using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Browser.Tests;

/// <summary>The HTML of every page, as it was sent, before the Nu Html Checker of the W3C.</summary>
public sealed class ValidHtmlTests(PublishedSite published)
{
    [RgaaFact("8.2")]
    [Trait("RGESN", "1.9")]
    public async Task Check_EveryPage_FindsNothing()
    {
        var site = await published.Embedded;

        Assert.Empty(await Remarks((await site.Pages).Select(page => (page.Path, page.Html))));
    }

    [Fact]
    public async Task Check_EveryExportedPage_FindsNothing()
    {
        var folder = await published.Exported;
        var pages = Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Select(file => (Path.GetRelativePath(folder, file), File.ReadAllText(file))).ToArray();

        Assert.True(pages.Length > 50);
        Assert.Empty(await Remarks(pages));
    }

    [Fact]
    public async Task Check_EveryPageOfTheCorpus_FindsNothingButInWhatTheWriterWrote()
    {
        var site = await published.Corpus;

        var pages = await site.Pages;
        Assert.Empty((await Check([.. pages.Select(page => (page.Path, page.Html))])).Where(remark => !IsWritten(remark)).Select(remark => remark.ToString()));
    }

    // Between the start of the writer's text and the end of main, the HTML may be the writer's own.
    private static bool IsWritten(HtmlRemark remark)
    {
        var lines = remark.Html.Split('\n');
        var first = Array.FindIndex(lines, line => line.Contains("data-page-content", StringComparison.Ordinal)) + 1;
        var last = Array.FindLastIndex(lines, line => line.Contains("</main>", StringComparison.Ordinal)) + 1;
        return first > 0 && remark.Line >= first && remark.Line <= last;
    }

    // A figure with a caption has its role written out: RGAA 1.9 asks for it, for assistive technology that does not know the element.
    private static async Task<IEnumerable<string>> Remarks(IEnumerable<(string Path, string Html)> pages) =>
        (await Check([.. pages])).Select(remark => remark.ToString()).Where(remark => !remark.Contains("“figure” role is unnecessary", StringComparison.Ordinal));

    // One run of Java over all pages: its start costs more than they do.
    private static async Task<IReadOnlyList<HtmlRemark>> Check((string Path, string Html)[] pages)
    {
        var checker = Path.Combine(Repository.Root, "tests", "measure", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
        Needs.That(File.Exists(checker), "the HTML checker is not installed: run `npm ci` in tests/measure");
        using var folder = new SiteBuilder();
        for (var i = 0; i < pages.Length; i++)
        {
            folder.With($"{i}.html", pages[i].Html);
        }

        using var java = Java(["-Xss4m", "-jar", checker, "--format", "json", "--stdout", "--exit-zero-always", folder.Root]);
        Needs.That(java is not null, "the HTML checker needs Java 11 or newer");
        var answer = await java!.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return
        [
            .. JsonDocument.Parse(answer).RootElement.GetProperty("messages").EnumerateArray().Select(message => new HtmlRemark(
                Page(message).Path,
                Page(message).Html,
                message.TryGetProperty("lastLine", out var line) ? line.GetInt32() : 0,
                message.GetProperty("message").GetString()!)),
        ];

        (string Path, string Html) Page(JsonElement message) => pages[int.Parse(Path.GetFileNameWithoutExtension(message.GetProperty("url").GetString()!), CultureInfo.InvariantCulture)];
    }

    private static Process? Java(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("java", arguments) { RedirectStandardOutput = true });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
