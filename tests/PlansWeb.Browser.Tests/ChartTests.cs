using System.Text.Json;
using Microsoft.Playwright;

namespace PlansWeb.Browser.Tests;

/// <summary>Charts as a browser draws them: what is drawn is what the table says, to the pixel.</summary>
public sealed class ChartTests(PublishedSite published, BrowserFixture browser)
{
    private const string Section = "/publications/plans-action-ministeres/";

    // A table beside a drawing: its rows and columns of numbers, without the row of their sum; what is not known is null.
    private const string Read = """
        JSON.stringify([...document.querySelectorAll('figure')].filter(figure => figure.querySelector('svg.site-chart')).map(figure => {
          const svg = figure.querySelector('svg.site-chart');
          const table = figure.querySelector('table') ?? figure.nextElementSibling.querySelector('table');
          const plain = text => text.replace(/[\u00A0\u202F]/g, ' ').trim();
          const rows = [...table.rows].slice(1).map(row => [...row.cells].map(cell => plain(cell.textContent))).filter(row => row[0] !== 'Total');
          const number = text => { const match = /^[\d ]+(,\d+)?/.exec(text); return match ? parseFloat(match[0].replaceAll(' ', '').replace(',', '.')) : null; };
          const box = element => { const at = element.getBBox(); return { x: at.x, y: at.y, width: at.width, height: at.height }; };
          return {
            values: rows.map(row => row.slice(1).map(number)),
            cells: rows.flatMap(row => row.slice(1)),
            labels: rows.map(row => row[0]), heads: [...table.rows[0].cells].map(cell => plain(cell.textContent)),
            texts: [...svg.querySelectorAll('text')].map(text => plain(text.textContent)),
            width: svg.getBoundingClientRect().width,
            kind: table.classList.contains('barres-empilees') ? 'stacked' : table.classList.contains('courbe') ? 'steps' : 'bars',
            bars: [...svg.querySelectorAll('rect[width$="%"]')].map(box),
            levels: [...svg.querySelectorAll('line')].map(line => ({ x1: line.x1.baseVal.value, y1: line.y1.baseVal.value, x2: line.x2.baseVal.value, y2: line.y2.baseVal.value })).filter(line => line.y1 === line.y2),
            hidden: svg.getAttribute('aria-hidden'), name: figure.getAttribute('aria-label'), caption: plain(figure.querySelector('figcaption').textContent), bytes: svg.outerHTML.length,
          };
        }))
        """;

    private sealed record Box(double X, double Y, double Width, double Height);

    private sealed record Level(double X1, double Y1, double X2, double Y2);

    private sealed record Drawing(
        double?[][] Values, string[] Cells, string[] Labels, string[] Heads, string[] Texts, double Width, string Kind, Box[] Bars, Level[] Levels, string Hidden, string Name, string Caption, int Bytes);

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Lengths_OfTwelveCharts_AreTheValuesToThePixel(int width)
    {
        var drawings = await Drawings((await published.Charted).Address, ChartedSite.Charts, width);

        Assert.Equal(ChartedSite.Count, drawings.Length);
        Assert.All(drawings, AssertLengths);
    }

    [Theory]
    [InlineData(Section + "indicateurs/", 2)]
    [InlineData(Section + "les-gains-possibles/", 1)]
    public async Task Lengths_OfThePublishedCharts_AreTheValuesToThePixel(string path, int count)
    {
        var drawings = await Drawings((await published.Embedded).Address, path, 1280);

        Assert.Equal(count, drawings.Length);
        Assert.All(drawings, AssertLengths);
    }

    [Fact]
    public async Task Table_OfAnyChart_SaysAllThatIsDrawn()
    {
        var drawings = (await Drawings((await published.Charted).Address, ChartedSite.Charts, 1280))
            .Concat(await Drawings((await published.Embedded).Address, Section + "indicateurs/", 1280))
            .Concat(await Drawings((await published.Embedded).Address, Section + "les-gains-possibles/", 1280));

        Assert.All(drawings, drawing =>
        {
            Assert.Equal("true", drawing.Hidden);
            Assert.NotEmpty(drawing.Name);
            Assert.StartsWith(drawing.Name, drawing.Caption, StringComparison.Ordinal);
            Assert.InRange(drawing.Bytes, 100, 6_000);
            var drawn = string.Join(' ', drawing.Texts);
            if (drawing.Kind != "steps")
            {
                Assert.All(drawing.Labels.Concat(drawing.Cells.Where(cell => char.IsDigit(cell[0]))), text => Assert.Contains(text, drawn, StringComparison.Ordinal));
                Assert.Equal(drawing.Cells.Any(cell => !char.IsDigit(cell[0])), drawn.Contains("non publié", StringComparison.Ordinal));
            }

            // And nothing is drawn that the table does not say, but sums and the names of series.
            Assert.True(drawing.Kind != "steps" || drawing.Texts.All(text => drawing.Labels.Contains(text) || drawing.Cells.Contains(text) || drawing.Heads.Contains(text)), drawn);
        });
    }

    private static void AssertLengths(Drawing drawing)
    {
        var all = drawing.Values.SelectMany(row => row);
        if (drawing.Kind == "steps")
        {
            var bottom = drawing.Levels[^1].Y1;
            var top = drawing.Levels.Min(level => level.Y1);
            var expected = Enumerable.Range(0, drawing.Values[0].Length).SelectMany(series => drawing.Values.Select(row => row[series])).OfType<double>().Select(value => value / all.Max()!.Value * (bottom - top));
            AssertSame(expected, drawing.Levels.SkipLast(1).Select(level => bottom - level.Y1));
            return;
        }

        // The longest bar leaves room for its number.
        var full = drawing.Kind == "stacked" ? drawing.Values.Max(row => row.Sum()) : all.Max();
        var scale = drawing.Kind == "stacked" ? 0.7 * drawing.Width : drawing.Bars.Max(bar => bar.Width);
        Assert.InRange(scale, 0.3 * drawing.Width, (0.7 * drawing.Width) + 1);
        AssertSame(all.Where(value => value > 0).Select(value => value!.Value / full!.Value * scale), drawing.Bars.Select(bar => bar.Width));
    }

    private static void AssertSame(IEnumerable<double> expected, IEnumerable<double> measured)
    {
        var pairs = expected.Zip(measured).ToList();
        Assert.Equal(expected.Count(), measured.Count());
        Assert.All(pairs, pair => Assert.InRange(pair.Second, pair.First - 1, pair.First + 1));
    }

    private async Task<Drawing[]> Drawings(Uri site, string path, int width)
    {
        var page = await browser.Open(width);
        await page.GotoAsync(new Uri(site, path).ToString(), new() { WaitUntil = WaitUntilState.Load });
        var drawings = await page.EvaluateAsync<string>(Read);
        await page.Context.CloseAsync();
        return JsonSerializer.Deserialize<Drawing[]>(drawings, JsonSerializerOptions.Web)!;
    }
}
