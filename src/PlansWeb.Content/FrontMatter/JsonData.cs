using System.Globalization;
using System.Text;
using System.Text.Json;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Plans.Exports;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.FrontMatter;

/// <summary>
/// Reads JSON into nodes, with comments and trailing commas, which editors write and which harm nobody. As in JavaScript the last of two
/// equal keys wins, but it is reported. Of a broken text the outermost keys before the fault are kept.
/// </summary>
/// <param name="file">Path below the content folder.</param>
/// <param name="limits">What is refused.</param>
/// <param name="problems">Where problems are reported.</param>
internal sealed class JsonData(string file, DataLimits limits, DiagnosticLog problems)
{
    private const int BeyondOurDepth = 64;
    private const int MostDuplicates = 20;

    private byte[] _bytes = [];
    private JsonPositions _positions = null!;
    private Dictionary<string, DataNode>? _outermost;
    private SourcePosition? _tooDeep;
    private int _duplicates;

    /// <summary>Reads a text; gives <see langword="null"/> when it is empty or nothing of it can be read.</summary>
    /// <param name="json">The text.</param>
    /// <param name="firstLine">Line of the file on which it begins.</param>
    public DataNode? Read(string json, int firstLine)
    {
        if (json.Length > limits.Length)
        {
            var limit = limits.Length.ToString("N0", CultureInfo.GetCultureInfo("fr-FR"));
            problems.Report(DiagnosticRules.TooLarge, firstLine, 1, $"Les données dépassent {limit}\u00A0caractères et ne sont pas lues.", "Répartissez-les dans plusieurs fichiers.");
            return null;
        }

        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }

        _bytes = Encoding.UTF8.GetBytes(json);
        _positions = new JsonPositions(_bytes, firstLine);
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = BeyondOurDepth };
        var reader = new Utf8JsonReader(_bytes, options);
        try
        {
            reader.Read();
            var root = ReadNode(ref reader, 1);
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            Report(exception, firstLine);
            return _outermost is { Count: > 0 } ? new DataMap(_outermost, new SourcePosition(file, firstLine, 1)) : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            var (line, column) = _positions.At(reader.TokenStartIndex);
            problems.Report(DiagnosticRules.Json, line, column, "Ce texte contient un code «\u00A0\\u\u00A0» qui n’est pas un caractère.", "Écrivez le caractère lui-même.");
            return _outermost is { Count: > 0 } ? new DataMap(_outermost, new SourcePosition(file, firstLine, 1)) : null;
        }
    }

    private DataNode ReadNode(ref Utf8JsonReader reader, int depth)
    {
        var position = At(reader.TokenStartIndex);
        if (depth > limits.Depth)
        {
            _tooDeep = position;
            throw new JsonException();
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadMap(ref reader, position, depth);
            case JsonTokenType.StartArray:
                var items = new List<DataNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadNode(ref reader, depth + 1));
                }

                return new DataList(items, position);
            case JsonTokenType.Number:
                var text = Encoding.UTF8.GetString(reader.ValueSpan);
                return new DataScalar(reader.TryGetInt64(out var whole) ? whole : reader.GetDouble(), text, position);
            case JsonTokenType.True or JsonTokenType.False:
                return new DataScalar(reader.GetBoolean(), reader.GetBoolean() ? "true" : "false", position);
            case JsonTokenType.Null:
                return new DataScalar(null, "null", position);
            default:
                var value = reader.GetString() ?? "";
                return new DataScalar(value, value, position);
        }
    }

    private DataMap ReadMap(ref Utf8JsonReader reader, SourcePosition position, int depth)
    {
        var entries = new Dictionary<string, DataNode>(StringComparer.Ordinal);
        _outermost ??= entries;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString() ?? "";
            var place = At(reader.TokenStartIndex);
            reader.Read();
            var value = ReadNode(ref reader, depth + 1);
            if (entries.TryGetValue(key, out var before) && _duplicates++ < MostDuplicates)
            {
                var first = before.Position.Line;
                problems.Report(
                    DiagnosticRules.DuplicateKey,
                    place.Line,
                    place.Column,
                    $"La clé {Wording.Quoted(key)} est écrite deux fois, lignes {first} et {place.Line}\u00A0; seule la dernière est lue.",
                    $"Supprimez l’une des deux, ligne {first} ou {place.Line}.");
            }

            entries[key] = value;
        }

        return new DataMap(entries, position);
    }

    private void Report(JsonException exception, int firstLine)
    {
        if (_tooDeep is { } place)
        {
            problems.Report(
                DiagnosticRules.TooLarge, place.Line, place.Column, "Des listes sont imbriquées trop profondément ici\u00A0; la suite du fichier n’est pas lue.", "Simplifiez la valeur\u00A0: quelques niveaux suffisent.");
            return;
        }

        var offset = OffsetOf(exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
        var (line, column) = new JsonPositions(_bytes, firstLine).At(offset);
        var (message, advice) = Explain(offset);
        problems.Report(DiagnosticRules.Json, line, column, message, advice);
    }

    private int OffsetOf(long line, long byteInLine)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            var end = _bytes.AsSpan(start).IndexOf((byte)'\n');
            if (end < 0)
            {
                break;
            }

            start += end + 1;
        }

        return (int)Math.Min(_bytes.Length, start + byteInLine);
    }

    private (string Message, string Advice) Explain(int offset)
    {
        var before = _bytes.AsSpan(0, offset).TrimEnd(" \t\r\n"u8);
        if (_bytes.AsSpan(offset).TrimStart(" \t\r\n"u8).IsEmpty)
        {
            return ("Le fichier s’arrête avant la fin des données.", "Ajoutez ce qui manque à la fin\u00A0: «\u00A0}\u00A0», «\u00A0]\u00A0» ou un guillemet.");
        }

        return (char)_bytes[offset] switch
        {
            '\'' => ("JSON n’accepte pas l’apostrophe autour d’un texte.", "Mettez le texte entre guillemets droits\u00A0: \"texte\"."),
            '"' when before is not ([] or [.., (byte)'{' or (byte)'[' or (byte)',' or (byte)':']) => ("Il manque une virgule avant ce texte.", "Ajoutez «\u00A0,\u00A0» à la fin de la valeur précédente."),
            '\n' or '\r' or '\t' => ("Un texte entre guillemets n’est pas fermé avant la fin de sa ligne.", "Ajoutez le guillemet droit qui manque, ou écrivez «\u00A0\\n\u00A0» pour un retour à la ligne."),
            ',' => ("Cette virgule est de trop.", "Supprimez la virgule."),
            '}' or ']' => ("Ce signe ferme ce qui n’est pas ouvert, ou une valeur manque avant lui.", "Vérifiez les accolades, les crochets et la valeur qui précède."),
            >= 'A' and <= 'z' or >= '\u0080' => ("En JSON, les clés et les textes se mettent entre guillemets droits.", "Écrivez par exemple\u00A0: \"clé\": \"texte\"."),
            _ => ("Ce signe n’est pas attendu ici en JSON.", "Vérifiez la virgule, les deux-points et les guillemets autour de cet endroit."),
        };
    }

    private SourcePosition At(long offset)
    {
        var (line, column) = _positions.At(offset);
        return new SourcePosition(file, line, column);
    }
}
