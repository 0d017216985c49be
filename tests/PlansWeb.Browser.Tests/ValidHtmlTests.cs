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

        // A figure with a caption has its role written out: RGAA 1.9 asks for it, for assistive technology that does not know the element.
        var remarks = (await Check(await site.Pages)).Select(remark => remark.ToString())
            .Where(remark => !remark.Contains("“figure” role is unnecessary", StringComparison.Ordinal)).ToList();
        Assert.Empty(remarks);
    }

    [Fact]
    public async Task Check_EveryPageOfTheCorpus_FindsNothingButInWhatTheWriterWrote()
    {
        var site = await published.Corpus;

        Assert.Empty((await Check(await site.Pages)).Where(remark => !IsWritten(remark)).Select(remark => remark.ToString()));
    }

    // Between the start of the writer's text and the end of main, the HTML may be the writer's own.
    private static bool IsWritten(HtmlRemark remark)
    {
        var lines = remark.Page.Html.Split('\n');
        var first = Array.FindIndex(lines, line => line.Contains("data-page-content", StringComparison.Ordinal)) + 1;
        var last = Array.FindLastIndex(lines, line => line.Contains("</main>", StringComparison.Ordinal)) + 1;
        return first > 0 && remark.Line >= first && remark.Line <= last;
    }

    // One run of Java over all pages: its start costs more than they do.
    private static async Task<IReadOnlyList<HtmlRemark>> Check(IReadOnlyList<CrawledPage> pages)
    {
        var checker = Path.Combine(Repository.Root, "tests", "measure", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
        Needs.That(File.Exists(checker), "the HTML checker is not installed: run `npm ci` in tests/measure");
        using var folder = new SiteBuilder();
        for (var i = 0; i < pages.Count; i++)
        {
            folder.With($"{i}.html", pages[i].Html);
        }

        using var java = Java(["-Xss4m", "-jar", checker, "--format", "json", "--stdout", "--exit-zero-always", folder.Root]);
        Needs.That(java is not null, "the HTML checker needs Java 11 or newer");
        var answer = await java!.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return
        [
            .. JsonDocument.Parse(answer).RootElement.GetProperty("messages").EnumerateArray().Select(message => new HtmlRemark(
                pages[int.Parse(Path.GetFileNameWithoutExtension(message.GetProperty("url").GetString()!), CultureInfo.InvariantCulture)],
                message.TryGetProperty("lastLine", out var line) ? line.GetInt32() : 0,
                message.GetProperty("message").GetString()!)),
        ];
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
