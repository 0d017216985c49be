using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;
using CsvHelper;
using CsvHelper.Configuration;
using PlansWeb.Content.FrontMatter;

namespace PlansWeb.Content.Plans.Exports;

/// <summary>Writes the register as open data. The same register gives the same bytes.</summary>
internal static class RegisterExports
{
    // The first version of the schema.
    private const string Created = "2026-11-28";

    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true };

    /// <summary>
    /// A table in CSV: UTF-8, commas, CRLF (RFC 4180); dates as ISO 8601, numbers with a point. A text that a spreadsheet would take for a formula has an
    /// apostrophe before it, which is not part of it.
    /// </summary>
    public static byte[] Csv(RegisterTable table)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            foreach (var column in table.Columns)
            {
                csv.WriteField(column.Name);
            }

            csv.NextRecord();
            foreach (var row in table.Rows)
            {
                foreach (var cell in row)
                {
                    csv.WriteField(cell is string words ? CsvTable.Shielded(words) : Plain(cell));
                }

                csv.NextRecord();
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The actions with their readings in JSON.</summary>
    /// <param name="register">The register.</param>
    /// <param name="licence">The licence of the data.</param>
    /// <param name="address">The absolute address of an administration's page, by its address on the site; <see langword="null"/> where none is known.</param>
    public static byte[] Json(Register register, Licence licence, Func<string, string?> address) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("titre", RegisterTexts.RegisterTitle);
        json.WriteString("licence", licence.Address ?? licence.Name);
        json.WriteString("modifie", Modified(register));
        json.WriteStartArray("actions");
        foreach (var action in register.Actions)
        {
            json.WriteStartObject();
            json.WriteString("id", action.Id);
            Optional(json, "adresse", address(register.Href(action)));
            json.WriteStartObject("administration");
            json.WriteString("cle", action.Administration.Key);
            json.WriteString("nom", action.Administration.Name);
            json.WriteEndObject();
            Optional(json, "plan", action.Plan);
            json.WriteString("titre", action.Title);
            if (action.Theme is { } theme)
            {
                json.WriteStartObject("thematique");
                json.WriteString("cle", theme.Key);
                json.WriteString("nom", theme.Name);
                json.WriteEndObject();
            }

            Optional(json, "niveau", action.Level is { } level ? RegisterTexts.LevelKey(level) : null);
            Optional(json, "debut", action.Start?.Iso);
            Optional(json, "echeance", action.Due?.Iso);
            Optional(json, "indicateur", action.Indicator);
            Optional(json, "unite", action.Unit);
            Optional(json, "depart", action.Base);
            Optional(json, "cible", action.Target);
            Optional(json, "service", action.Service);
            Optional(json, "statut", action.Status is { } status ? RegisterTexts.StatusKey(status) : null);
            Source(json, action.Source);
            json.WriteStartArray("releves");
            foreach (var reading in action.Readings)
            {
                json.WriteStartObject();
                json.WriteString("date", reading.Date.Iso);
                Optional(json, "statut", reading.Status is { } said ? RegisterTexts.StatusKey(said) : null);
                Optional(json, "valeur", reading.Value);
                Optional(json, "commentaire", reading.Comment);
                Source(json, reading.Source);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>All tables as one spreadsheet (OpenDocument 1.3, typed cells).</summary>
    public static byte[] Ods(IReadOnlyList<RegisterTable> tables)
    {
        const string MediaType = "application/vnd.oasis.opendocument.spreadsheet";
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            // First and not compressed: the format is told by the first bytes (OpenDocument part 2, section 3.3).
            Entry(zip, "mimetype", CompressionLevel.NoCompression, target => target.Write(Encoding.ASCII.GetBytes(MediaType)));
            Entry(zip, "META-INF/manifest.xml", CompressionLevel.Optimal, target => Xml(target, xml =>
            {
                const string Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
                xml.WriteStartElement("manifest", "manifest", Manifest);
                xml.WriteAttributeString("manifest", "version", Manifest, "1.3");
                foreach (var (path, type) in new[] { ("/", MediaType), ("content.xml", "text/xml") })
                {
                    xml.WriteStartElement("manifest", "file-entry", Manifest);
                    xml.WriteAttributeString("manifest", "full-path", Manifest, path);
                    xml.WriteAttributeString("manifest", "media-type", Manifest, type);
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }));
            Entry(zip, "content.xml", CompressionLevel.Optimal, target => Xml(target, xml => Sheets(xml, tables)));
        }

        return stream.ToArray();
    }

    /// <summary>The Table Schema of the actions, as schema.data.gouv.fr wants one.</summary>
    /// <param name="register">The register.</param>
    /// <param name="licence">The licence of the data.</param>
    /// <param name="address">The absolute address of an address on the site; <see langword="null"/> where none is known.</param>
    public static byte[] Schema(Register register, Licence licence, Func<string, string?> address) => Write(json =>
    {
        var table = RegisterTable.Actions(register);
        json.WriteStartObject();
        json.WriteString("$schema", "https://specs.frictionlessdata.io/schemas/table-schema.json");
        json.WriteString("name", "actions-plans-ministeres");
        json.WriteString("title", RegisterTexts.RegisterTitle);
        json.WriteString("description", RegisterTexts.RegisterDescription);
        json.WriteString("countryCode", "FR");
        json.WriteString("version", "1.0.0");
        json.WriteString("created", Created);
        json.WriteString("lastModified", Modified(register));
        var folder = Content.Site.Address.Encode(register.SectionUrl);
        Optional(json, "path", address(folder + "schema.json"));
        Optional(json, "homepage", address(register.Href(RegisterPage.Data)));
        Licences(json, licence);
        if (address(folder + "actions.csv") is { } example)
        {
            json.WriteStartArray("resources");
            json.WriteStartObject();
            json.WriteString("title", table.Title);
            json.WriteString("path", example);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        Fields(json, table);
        json.WriteString("primaryKey", "id");
        json.WriteEndObject();
    });

    /// <summary>The Data Package (Frictionless): all tables with their schemas.</summary>
    /// <param name="register">The register.</param>
    /// <param name="licence">The licence of the data.</param>
    public static byte[] DataPackage(Register register, Licence licence) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-package");
        json.WriteString("name", "plans-ministeres");
        json.WriteString("title", RegisterTexts.RegisterTitle);
        json.WriteString("description", RegisterTexts.RegisterDescription);
        Licences(json, licence);
        json.WriteStartArray("resources");
        foreach (var table in RegisterTable.All(register))
        {
            json.WriteStartObject();
            json.WriteString("name", table.Name);
            json.WriteString("title", table.Title);
            json.WriteString("path", table.Name + ".csv");
            json.WriteString("format", "csv");
            json.WriteString("mediatype", "text/csv");
            json.WriteString("encoding", "utf-8");
            json.WriteString("profile", "tabular-data-resource");
            json.WriteStartObject("dialect");
            json.WriteString("delimiter", ",");
            json.WriteString("lineTerminator", "\r\n");
            json.WriteEndObject();
            json.WriteStartObject("schema");
            Fields(json, table);
            if (table.Name == "actions")
            {
                json.WriteString("primaryKey", "id");
            }
            else if (table.Name == "releves")
            {
                json.WriteStartArray("foreignKeys");
                json.WriteStartObject();
                json.WriteString("fields", "action");
                json.WriteStartObject("reference");
                json.WriteString("resource", "actions");
                json.WriteString("fields", "id");
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The data set in DCAT 2, as JSON-LD.</summary>
    /// <param name="register">The register.</param>
    /// <param name="licence">The licence of the data.</param>
    /// <param name="address">The absolute address of an address on the site; the same address where none is known.</param>
    public static byte[] Dcat(Register register, Licence licence, Func<string, string> address) => Write(json =>
    {
        var data = register.Href(RegisterPage.Data);
        var folder = Content.Site.Address.Encode(register.SectionUrl);
        json.WriteStartObject();
        json.WriteStartObject("@context");
        json.WriteString("dcat", "http://www.w3.org/ns/dcat#");
        json.WriteString("dct", "http://purl.org/dc/terms/");
        json.WriteEndObject();
        json.WriteString("@id", address(data));
        json.WriteString("@type", "dcat:Dataset");
        json.WriteString("dct:title", RegisterTexts.RegisterTitle);
        json.WriteString("dct:description", RegisterTexts.RegisterDescription);
        json.WriteString("dct:language", register.Section?.Lang ?? "fr");
        json.WriteString("dct:modified", Modified(register));
        Licence(json, licence);
        Reference(json, "dcat:landingPage", address(data));
        json.WriteStartArray("dcat:distribution");
        foreach (var (file, type) in RegisterTable.Names.Select(static name => (name + ".csv", "text/csv")).Append(("actions.json", "application/json"))
            .Append(("actions.ods", "application/vnd.oasis.opendocument.spreadsheet")))
        {
            json.WriteStartObject();
            json.WriteString("@type", "dcat:Distribution");
            json.WriteString("dct:title", file);
            Reference(json, "dcat:downloadURL", address(folder + file));
            json.WriteString("dcat:mediaType", type);
            Licence(json, licence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    // A licence of the Open Definition has a name there; any other, its address (Data Package, « licenses »: one of the two).
    private static void Licences(Utf8JsonWriter json, Licence licence)
    {
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        Optional(json, "name", licence.Name == ContentTexts.LicenceName ? "etalab-2.0" : licence.Address is null ? licence.Name : null);
        json.WriteString("title", licence.Name);
        Optional(json, "path", licence.Address);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Licence(Utf8JsonWriter json, Licence licence)
    {
        if (licence.Address is { } address)
        {
            Reference(json, "dct:license", address);
        }
        else
        {
            json.WriteString("dct:rights", licence.Name);
        }
    }

    private static string Modified(Register register) => register.News.Count > 0 ? register.News[0].Reading.Date.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "2022-03-31";

    private static void Fields(Utf8JsonWriter json, RegisterTable table)
    {
        json.WriteStartArray("fields");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("title", column.Name);
            json.WriteString("type", column.Kind == CellKind.Number ? "number" : "string");
            json.WriteString("description", column.Description);
            Optional(json, "example", table.Rows.Select(row => Plain(row[table.Columns.IndexOf(column)])).FirstOrDefault(static cell => cell.Length > 0));
            json.WriteStartObject("constraints");
            json.WriteBoolean("required", column.IsRequired);
            if (column.IsUnique)
            {
                json.WriteBoolean("unique", true);
            }

            if (column.Kind is CellKind.Date or CellKind.Signed)
            {
                json.WriteString("pattern", column.Kind == CellKind.Date ? "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" : @"^[<>]?-?[0-9]+(\.[0-9]+)?$");
            }

            if (column.Values.Count > 0)
            {
                json.WriteStartArray("enum");
                foreach (var value in column.Values)
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static int IndexOf(this IReadOnlyList<TableColumn> columns, TableColumn column)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (ReferenceEquals(columns[i], column))
            {
                return i;
            }
        }

        return -1;
    }

    private static void Sheets(XmlWriter xml, IReadOnlyList<RegisterTable> tables)
    {
        const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
        const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
        const string Words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
        const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
        const string Number = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
        const string Day = "jour";
        xml.WriteStartElement("office", "document-content", Office);
        xml.WriteAttributeString("xmlns", "table", null, Table);
        xml.WriteAttributeString("xmlns", "text", null, Words);
        xml.WriteAttributeString("office", "version", Office, "1.3");
        DayStyle();
        xml.WriteStartElement("office", "body", Office);
        xml.WriteStartElement("office", "spreadsheet", Office);
        foreach (var table in tables)
        {
            xml.WriteStartElement("table", "table", Table);
            xml.WriteAttributeString("table", "name", Table, table.Title);
            Row([.. table.Columns.Select(static column => (object?)column.Name)]);
            foreach (var row in table.Rows)
            {
                Row(row);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();

        // Without a style of its own a spreadsheet shows a date as the number of days since 1899. Shown as in the CSV.
        void DayStyle()
        {
            xml.WriteStartElement("office", "automatic-styles", Office);
            xml.WriteStartElement("number", "date-style", Number);
            xml.WriteAttributeString("style", "name", Style, Day + "-iso");
            foreach (var part in new[] { "year", "-", "month", "-", "day" })
            {
                if (part == "-")
                {
                    xml.WriteElementString("number", "text", Number, part);
                    continue;
                }

                xml.WriteStartElement("number", part, Number);
                xml.WriteAttributeString("number", "style", Number, "long");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteStartElement("style", "style", Style);
            xml.WriteAttributeString("style", "name", Style, Day);
            xml.WriteAttributeString("style", "family", Style, "table-cell");
            xml.WriteAttributeString("style", "data-style-name", Style, Day + "-iso");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        void Row(object?[] cells)
        {
            xml.WriteStartElement("table", "table-row", Table);
            foreach (var cell in cells)
            {
                var text = Plain(cell);
                xml.WriteStartElement("table", "table-cell", Table);
                if (text.Length > 0)
                {
                    var (type, attribute) = cell switch
                    {
                        decimal => ("float", "value"),
                        RegisterDate { IsDay: true } => ("date", "date-value"),
                        _ => ("string", null),
                    };
                    xml.WriteAttributeString("office", "value-type", Office, type);
                    if (attribute is not null)
                    {
                        xml.WriteAttributeString("office", attribute, Office, text);
                    }

                    if (type == "date")
                    {
                        xml.WriteAttributeString("table", "style-name", Table, Day);
                    }

                    xml.WriteElementString("text", "p", Words, XmlText(text));
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    }

    // Characters that XML 1.0 has no place for.
    private static string XmlText(string text) => string.Concat(text.EnumerateRunes().Where(static rune => rune.Value is 9 or 10 or 13 or >= 32 and not (0xFFFE or 0xFFFF)));

    private static string Plain(object? cell) => cell switch
    {
        string text => text,
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        RegisterNumber number => number.Plain,
        RegisterDate date => date.Iso,
        _ => "",
    };

    private static void Entry(ZipArchive zip, string name, CompressionLevel level, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, level);

        // The first day that a zip knows: the same register gives the same file.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var target = entry.Open();
        write(target);
    }

    private static void Xml(Stream target, Action<XmlWriter> write)
    {
        using var xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
        write(xml);
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_json))
        {
            write(json);
        }

        return stream.ToArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static void Optional(Utf8JsonWriter json, string name, RegisterNumber? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number.Value);
        }
    }

    private static void Source(Utf8JsonWriter json, Source source)
    {
        json.WriteString("source", source.Text);
        Optional(json, "page_source", source.Page);
    }

    private static void Reference(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", id);
        json.WriteEndObject();
    }
}
