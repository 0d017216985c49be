using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Plans.Exports;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Plans.Exports;

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
    public void Csv_TextLikeAFormula_IsTextInASpreadsheetAndComesBackTheSame()
    {
        _site.With(RegisterSite.Folder + "releves.csv", $"{RegisterSite.ReadingsHeader}\nforets-1;2025;realisee;-1 100,5;=1+1;@source;-p. 3\nmers-1;2025;;;+ de 3;Rapport;\n")
            .With(RegisterSite.Folder + "indicateurs.csv", "indicateur;titre;unite;cible;source;commentaire\nbaisse;-x;%;-22;=Un rapport;Rien\n");
        var (before, problems) = _site.ReadRegister();
        Assert.Empty(problems);
        var exports = RegisterTable.All(before).ToDictionary(table => table.Name, RegisterExports.Csv);
        foreach (var (name, bytes) in exports)
        {
            _site.With($"{RegisterSite.Folder}{name}.csv", bytes);

            // A cell that begins as a formula does is a number: « -22 » is one in any spreadsheet, and is meant.
            using var reader = new CsvHelper.CsvParser(new StringReader(Encoding.UTF8.GetString(bytes)), System.Globalization.CultureInfo.InvariantCulture);
            while (reader.Read())
            {
                Assert.DoesNotContain(reader.Record!, cell => cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal)
                    && !decimal.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out _));
            }
        }

        var (after, again) = _site.ReadRegister();

        Assert.Empty(again);
        Assert.Equal(Describe(before), Describe(after));
        Assert.Equal("=1+1", after.Actions[0].Readings[0].Comment);
        Assert.Contains("'=1+1", Encoding.UTF8.GetString(exports["releves"]), StringComparison.Ordinal);
        Assert.DoesNotContain("'-22", Encoding.UTF8.GetString(exports["indicateurs"]), StringComparison.Ordinal);
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

        using var json = JsonDocument.Parse(RegisterExports.Json(register, new SiteIdentity().DataLicence, href => "https://example.org" + href));

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

        // LibreOffice shows a date without a style as a number of days.
        XNamespace style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0", number = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
        var dates = content.Descendants(number + "date-style").Select(each => each.Attribute(style + "name")!.Value);
        var styles = content.Descendants(style + "style").Where(each => dates.Contains(each.Attribute(style + "data-style-name")?.Value)).Select(each => each.Attribute(style + "name")!.Value).ToList();
        Assert.All(content.Descendants(table + "table-cell").Where(cell => cell.Attribute(office + "date-value") is not null), cell => Assert.Contains(cell.Attribute(table + "style-name")?.Value, styles));
    }

    [Theory]
    [InlineData(null, null, "etalab-2.0", "Licence Ouverte 2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/")]
    [InlineData("Licence Ouverte 2.0", null, "etalab-2.0", "Licence Ouverte 2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/")]
    [InlineData("CC-BY-4.0", null, "CC-BY-4.0", "CC-BY-4.0", null)]
    [InlineData("ODbL", "https://opendatacommons.org/licenses/odbl/1-0/", null, "ODbL", "https://opendatacommons.org/licenses/odbl/1-0/")]
    public void Licence_OfTheData_IsThatOfTheSiteElseTheLicenceOuverte(string? name, string? address, string? id, string title, string? path)
    {
        var (register, _) = _site.ReadRegister();
        var licence = new SiteIdentity { Licence = name, LicenceAddress = address }.DataLicence;
        using var json = JsonDocument.Parse(RegisterExports.Json(register, licence, static href => href));
        using var schema = JsonDocument.Parse(RegisterExports.Schema(register, licence, static href => href));
        using var package = JsonDocument.Parse(RegisterExports.DataPackage(register, licence));
        using var dcat = JsonDocument.Parse(RegisterExports.Dcat(register, licence, static href => href));

        Assert.Equal(path ?? title, json.RootElement.GetProperty("licence").GetString());
        foreach (var said in new[] { schema, package }.Select(static document => document.RootElement.GetProperty("licenses")[0]))
        {
            Assert.Equal((id, title, path), (Text(said, "name"), Text(said, "title"), Text(said, "path")));
        }

        foreach (var said in dcat.RootElement.GetProperty("dcat:distribution").EnumerateArray().Append(dcat.RootElement))
        {
            Assert.Equal(path ?? title, path is null ? Text(said, "dct:rights") : Text(said.GetProperty("dct:license"), "@id"));
        }

        static string? Text(JsonElement element, string key) => element.TryGetProperty(key, out var value) ? value.GetString() : null;
    }

    [Fact]
    public void Schemas_EveryColumnOfTheFiles_IsDescribed()
    {
        var (register, _) = _site.ReadRegister();

        using var schema = JsonDocument.Parse(RegisterExports.Schema(register, new SiteIdentity().DataLicence, static href => "https://example.org" + href));
        using var package = JsonDocument.Parse(RegisterExports.DataPackage(register, new SiteIdentity().DataLicence));
        using var dcat = JsonDocument.Parse(RegisterExports.Dcat(register, new SiteIdentity().DataLicence, href => href));

        Assert.Equal(RegisterSite.ActionsHeader.Split(';'), schema.RootElement.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()));
        foreach (var resource in package.RootElement.GetProperty("resources").EnumerateArray())
        {
            var table = RegisterTable.All(register).Single(table => table.Name + ".csv" == resource.GetProperty("path").GetString());
            Assert.Equal(table.Columns.Select(column => column.Name), resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!));
            Assert.Equal(table.Columns.Select(column => column.Name), RegisterRows.Columns[table.Name]);
        }

        Assert.Equal(7, dcat.RootElement.GetProperty("dcat:distribution").GetArrayLength());
    }

    // The rules of Table Schema and Data Package (specs.frictionlessdata.io) over what is published: descriptors, and every cell against its field.
    [Fact]
    public void Schemas_Published_KeepTheRulesOfFrictionlessData()
    {
        var content = new PlansWeb.Content.Site.Loading.ContentLoader(new PlansWeb.Content.Site.Loading.ContentOptions(), TimeProvider.System).Load(Path.Combine(Repository.Root, "content"));
        var published = PlansWeb.Content.Site.Snapshot.Create(content, [new RegisterBuilder()], DateTimeOffset.UnixEpoch).Part<Register>();
        foreach (var register in new[] { _site.ReadRegister().Register, published })
        {
            using var schema = JsonDocument.Parse(RegisterExports.Schema(register, new SiteIdentity().DataLicence, static href => "https://example.org" + href));
            using var package = JsonDocument.Parse(RegisterExports.DataPackage(register, new SiteIdentity().DataLicence));
            var root = schema.RootElement;
            Assert.All(["$schema", "name", "title", "description", "countryCode", "homepage", "path", "version", "created", "lastModified"], key => Assert.NotEmpty(root.GetProperty(key).GetString()!));
            Assert.Matches("^[a-z0-9._-]+$", root.GetProperty("name").GetString()!);
            Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+$", root.GetProperty("version").GetString()!);
            Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", root.GetProperty("lastModified").GetString()!);
            AssertTable(root, RegisterExports.Csv(RegisterTable.Actions(register)));

            Assert.Equal("tabular-data-package", package.RootElement.GetProperty("profile").GetString());
            Assert.Matches("^[a-z0-9._-]+$", package.RootElement.GetProperty("name").GetString()!);
            Assert.All(package.RootElement.GetProperty("licenses").EnumerateArray(), licence => Assert.StartsWith("https://", licence.GetProperty("path").GetString()!, StringComparison.Ordinal));
            var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToList();
            Assert.Equal(RegisterTable.Names, resources.Select(resource => resource.GetProperty("name").GetString()!));
            foreach (var resource in resources)
            {
                Assert.Equal("tabular-data-resource", resource.GetProperty("profile").GetString());
                Assert.Equal(resource.GetProperty("name").GetString() + ".csv", resource.GetProperty("path").GetString());
                AssertTable(resource.GetProperty("schema"), RegisterExports.Csv(RegisterTable.All(register).Single(table => table.Name == resource.GetProperty("name").GetString())));
            }

            var key = Assert.Single(resources[1].GetProperty("schema").GetProperty("foreignKeys").EnumerateArray());
            Assert.Equal(("action", "actions", "id"), (key.GetProperty("fields").GetString(), key.GetProperty("reference").GetProperty("resource").GetString(), key.GetProperty("reference").GetProperty("fields").GetString()));
            Assert.All(register.News, news => Assert.Contains(news.Action, register.Actions));
        }
    }

    private static void AssertTable(JsonElement schema, byte[] csv)
    {
        var fields = schema.GetProperty("fields").EnumerateArray().ToList();
        Assert.Equal(fields.Count, fields.Select(field => field.GetProperty("name").GetString()).Distinct().Count());
        Assert.All(fields, field =>
        {
            Assert.Contains(field.GetProperty("type").GetString(), new[] { "string", "number" });
            Assert.All(field.GetProperty("constraints").EnumerateObject(), constraint => Assert.Contains(constraint.Name, new[] { "required", "unique", "pattern", "enum" }));
        });
        using var reader = new CsvHelper.CsvParser(new StringReader(Encoding.UTF8.GetString(csv)), System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(reader.Read());
        Assert.Equal(fields.Select(field => field.GetProperty("name").GetString()), reader.Record!);
        var seen = fields.ConvertAll(_ => new HashSet<string>());
        while (reader.Read())
        {
            Assert.Equal(fields.Count, reader.Count);
            for (var i = 0; i < fields.Count; i++)
            {
                var (cell, constraints) = (reader[i], fields[i].GetProperty("constraints"));
                Assert.False(cell.Length == 0 && constraints.GetProperty("required").GetBoolean(), fields[i] + " " + string.Join('|', reader.Record!));
                if (cell.Length == 0)
                {
                    continue;
                }

                Assert.True(fields[i].GetProperty("type").GetString() != "number" || decimal.TryParse(cell, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _), cell);
                Assert.True(!constraints.TryGetProperty("pattern", out var pattern) || System.Text.RegularExpressions.Regex.IsMatch(cell, pattern.GetString()!), cell);
                Assert.True(!constraints.TryGetProperty("enum", out var values) || values.EnumerateArray().Any(value => value.GetString() == cell), cell);
                Assert.True(!constraints.TryGetProperty("unique", out var unique) || !unique.GetBoolean() || seen[i].Add(cell), cell);
            }
        }
    }

    // Everything that pages show, in one text.
    private static string Describe(Register register) => string.Join('\n', RegisterTable.All(register)
        .Select(table => string.Join('\n', table.Rows.Select(row => string.Join('|', row)))).Append(string.Join('|', register.News.Select(news => news.Action.Id + news.Reading))));
}
