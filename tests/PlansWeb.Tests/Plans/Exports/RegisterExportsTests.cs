using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Plans.Exports;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Plans.Exports;

/// <summary>The register as open data.</summary>
public sealed class RegisterExportsTests : IDisposable
{
    private readonly SiteBuilder _site = new SiteBuilder().WithRegister()
        .With(RegisterSite.Folder + "sources.csv", "adresse;titre\nhttps://example.org/bilan;Le bilan\n")
        .With(RegisterSite.Folder + "indicateurs.csv", "indicateur;titre;unite;valeur;source;commentaire\nplus;Un titre;kg;>1 234,5;\"Un; rapport\";\"Il a dit « \"\"non\"\" »,\npuis oui\"\n");

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Csv_PutBackAsContent_GivesTheSameRegister()
    {
        var (before, _) = _site.ReadRegister();
        var exports = RegisterTable.All(before).ToDictionary(table => table.Name, RegisterExports.Csv);
        foreach (var (name, bytes) in exports)
        {
            _site.With($"{RegisterSite.Folder}{name}.csv", bytes);
        }

        var (after, problems) = _site.ReadRegister();

        Assert.Empty(problems);
        Assert.Equal(Describe(before), Describe(after));
        Assert.All(RegisterTable.All(after), table => Assert.Equal(exports[table.Name], RegisterExports.Csv(table)));
    }

    [Fact]
    public void Csv_EmbeddedContent_ComesBackTheSame()
    {
        var content = new PlansWeb.Content.Site.Loading.ContentLoader(new PlansWeb.Content.Site.Loading.ContentOptions(), TimeProvider.System).Load(Path.Combine(Repository.Root, "content"));
        var register = PlansWeb.Content.Site.Snapshot.Create(content, [new RegisterBuilder()], DateTimeOffset.UnixEpoch).Part<Register>();
        using var copy = new SiteBuilder().WithRegister();
        foreach (var name in new[] { "administrations.yaml", "thematiques.yaml" })
        {
            copy.With("_data/" + name, File.ReadAllBytes(Path.Combine(Repository.Root, "content", "_data", name)));
        }

        foreach (var table in RegisterTable.All(register))
        {
            copy.With($"{RegisterSite.Folder}{table.Name}.csv", RegisterExports.Csv(table));
        }

        var (again, problems) = copy.ReadRegister();

        Assert.Empty(problems);
        Assert.Equal(30, again.Actions.Count);
        Assert.Equal(13, again.Papers.Count);
        Assert.Equal(Describe(register), Describe(again));
    }

    [Fact]
    public void Json_Actions_HaveTheirReadingsAndTypes()
    {
        var (register, _) = _site.ReadRegister();

        using var json = JsonDocument.Parse(RegisterExports.Json(register, href => "https://example.org" + href));

        var first = json.RootElement.GetProperty("actions")[0];
        Assert.Equal(1200.5m, first.GetProperty("cible").GetDecimal());
        Assert.Equal("realisee", first.GetProperty("statut").GetString());
        Assert.Equal(["2022-03-31", "2025-03-20"], first.GetProperty("releves").EnumerateArray().Select(reading => reading.GetProperty("date").GetString()));
        Assert.Equal("https://example.org/rubrique/administrations/forets/#forets-1", first.GetProperty("adresse").GetString());
        Assert.False(json.RootElement.GetProperty("actions")[1].TryGetProperty("statut", out _));
    }

    [Fact]
    public void Ods_Workbook_IsTypedAndTheSameEachTime()
    {
        var (register, _) = _site.ReadRegister();

        var ods = RegisterExports.Ods(RegisterTable.All(register));

        Assert.Equal(ods, RegisterExports.Ods(RegisterTable.All(register)));
        Assert.Equal("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Encoding.ASCII.GetString(ods, 30, 54));
        using var zip = new ZipArchive(new MemoryStream(ods));
        Assert.Equal(["mimetype", "META-INF/manifest.xml", "content.xml"], zip.Entries.Select(entry => entry.FullName));
        using var stream = zip.GetEntry("content.xml")!.Open();
        var content = XDocument.Load(stream);
        XNamespace office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
        Assert.Equal(["Actions", "Relevés", "Documents", "Indicateurs", "Sources"], content.Descendants(table + "table").Select(sheet => sheet.Attribute(table + "name")!.Value));
        Assert.Contains(content.Descendants(table + "table-cell"), cell => cell.Attribute(office + "value")?.Value == "1200.5" && cell.Attribute(office + "value-type")!.Value == "float");
        Assert.Contains(content.Descendants(table + "table-cell"), cell => cell.Attribute(office + "date-value")?.Value == "2025-03-20");
    }

    [Fact]
    public void Schemas_EveryColumnOfTheFiles_IsDescribed()
    {
        var (register, _) = _site.ReadRegister();

        using var schema = JsonDocument.Parse(RegisterExports.Schema(register, null));
        using var package = JsonDocument.Parse(RegisterExports.DataPackage(register));
        using var dcat = JsonDocument.Parse(RegisterExports.Dcat(register, href => href));

        Assert.Equal(RegisterSite.ActionsHeader.Split(';'), schema.RootElement.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()));
        foreach (var resource in package.RootElement.GetProperty("resources").EnumerateArray())
        {
            var table = RegisterTable.All(register).Single(table => table.Name + ".csv" == resource.GetProperty("path").GetString());
            Assert.Equal(table.Columns.Select(column => column.Name), resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!));
            Assert.Equal(table.Columns.Select(column => column.Name), RegisterRows.Columns[table.Name]);
        }

        Assert.Equal(7, dcat.RootElement.GetProperty("dcat:distribution").GetArrayLength());
    }

    // Everything that pages show, in one text.
    private static string Describe(Register register) => string.Join('\n', RegisterTable.All(register)
        .Select(table => string.Join('\n', table.Rows.Select(row => string.Join('|', row)))).Append(string.Join('|', register.News.Select(news => news.Action.Id + news.Reading))));
}
