using System.Text.Json;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates.Liquid;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Templates.Liquid;

/// <summary>Holds Liquid's expressions against what liquidjs gives: see liquid-expressions.mjs, which prints the expected values.</summary>
public sealed class LiquidExpressionsTests
{
    private static readonly JsonElement s_table = JsonDocument.Parse(File.ReadAllText(
        Path.Combine(Repository.Root, "tests", "PlansWeb.Content.Tests", "Templates", "Liquid", "liquid-expressions.json"))).RootElement;

    private static readonly LiquidContext s_context = new(
        (IReadOnlyDictionary<string, object?>)((DataMap)DataFileReader.Read(
            s_table.GetProperty("data").GetRawText(), "data.json", new DiagnosticLog("data.json", ""))).ToPlain()!,
        LiquidSite.Page, LiquidContext.NoCollections);

    public static TheoryData<string, string> Cases() =>
        [.. s_table.GetProperty("cases").EnumerateArray().Select(static each => new TheoryDataRow<string, string>(each[0].GetString()!, each[1].GetString()!))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Render_Expression_AsLiquidJs(string expression, string expected) =>
        Assert.Equal(expected, LiquidSite.Render(expression, out _, context: s_context));
}
