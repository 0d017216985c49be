using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Dsfr.Charts;

namespace PlansWeb.Content.Html.Media;

/// <summary>
/// Draws the tables that their writer gave the class <c>graphique</c>. The drawing comes in after sanitizing: it is the site's own, and no writer may
/// draw by hand. The table stays, as what the drawing says in words and for all machines.
/// </summary>
internal static partial class ChartTables
{
    /// <summary>The class that asks for a drawing.</summary>
    public const string ClassName = "graphique";

    /// <summary>With <see cref="ClassName"/>: bars of several columns upon each other.</summary>
    public const string Stacked = "barres-empilees";

    /// <summary>With <see cref="ClassName"/>: steps.</summary>
    public const string Steps = "courbe";

    /// <summary>Puts a drawing before each such table whose cells are numbers. Never throws: a mistake of ours leaves the body as it is, and is reported.</summary>
    /// <param name="body">The rendered body, sanitized.</param>
    /// <param name="problems">Where problems are reported.</param>
    public static void Draw(HtmlBody body, DiagnosticLog problems)
    {
        if (!body.Html.Contains(ClassName, StringComparison.Ordinal))
        {
            return;
        }

        try
        {
            foreach (var table in body.Root.QuerySelectorAll<IHtmlTableElement>("table." + ClassName).ToArray())
            {
                if (Draw(table))
                {
                    body.Change();
                }
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            problems.Report(DiagnosticRules.RenderFailure, 0, 0, $"Les graphiques de cette page n’ont pas pu être dessinés ({failure.GetType().Name}).", "Signalez cette page aux développeurs du site.");
        }
    }

    private static bool Draw(IHtmlTableElement table)
    {
        if (Read(table) is not { CanBeDrawn: true } chart)
        {
            return false;
        }

        var document = table.Owner!;
        var place = table.Closest(".fr-table") ?? table.Closest(".fr-table__container") ?? table;
        var figure = document.CreateElement("figure");
        figure.InnerHtml = ChartSvg.Draw(chart);
        var caption = document.CreateElement("figcaption");
        caption.TextContent = ChartSentence.Of(chart);

        // Readers that do not tie a caption to its figure hear it as the name (RGAA 1.9).
        figure.SetAttribute("role", "figure");
        figure.SetAttribute("aria-label", ChartSentence.NameOf(chart));
        figure.Prepend(caption);
        place.Replace(figure);
        figure.AppendChild(place);
        return true;
    }

    private static Chart? Read(IHtmlTableElement table)
    {
        var rows = table.QuerySelectorAll("tr").Select(static row => row.QuerySelectorAll("th, td").Select(static cell => cell.TextContent.Trim()).ToArray()).ToArray();
        if (rows.Length < 2 || rows[0].Length < 2 || Array.Exists(rows, row => row.Length != rows[0].Length))
        {
            return null;
        }

        var labels = rows.Skip(1).Select(static row => row[0]).ToArray();
        var series = Enumerable.Range(1, rows[0].Length - 1).Select(column => new ChartSeries(rows[0].Length == 2 ? "" : rows[0][column], [.. rows.Skip(1).Select(row => Number(row[column]))])).ToArray();
        var kind = table.ClassList.Contains(Stacked) ? ChartKind.StackedBars : table.ClassList.Contains(Steps) ? ChartKind.Steps : ChartKind.Bars;

        // The unit stands in the heading, between brackets: « Climat (t éq. CO2) ».
        var unit = rows[0].Skip(1).Select(static heading => Unit().Match(heading)).FirstOrDefault(static match => match.Success)?.Groups[1].Value ?? "";
        return new Chart(kind, unit, labels, series);
    }

    // The first number of a cell, as French text has it; « – » and « non publié » are none.
    private static decimal? Number(string cell) =>
        Figure().Match(cell) is { Success: true } match
        && decimal.TryParse(Space().Replace(match.Value, "").Replace(',', '.').Replace('\u2212', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    [GeneratedRegex(@"^[-\u2212]?[0-9]{1,3}(?:[ \u00A0\u202F\u2009][0-9]{3}){0,4}(?:[.,][0-9]{1,6})?(?![0-9])|^[-\u2212]?[0-9]{1,15}(?:[.,][0-9]{1,6})?(?![0-9])")]
    private static partial Regex Figure();

    [GeneratedRegex(@"[ \u00A0\u202F\u2009]")]
    private static partial Regex Space();

    [GeneratedRegex(@"\(([^()]{1,40})\)")]
    private static partial Regex Unit();
}
