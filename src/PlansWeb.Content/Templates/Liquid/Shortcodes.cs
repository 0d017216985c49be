using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// The shortcodes that the old site defines and editors use: <c>{% dailymotion "id" %}</c>, which took an identifier alone, and
/// <c>{% transcription "titre" %}…{% endtranscription %}</c> (DISIC/MiNumEco, eleventy.config.js, 2026). Theirs load a third party and need a script;
/// these do without both.
/// </summary>
internal static class Shortcodes
{
    /// <summary>On an image that the site writes in the place of a project's shortcode: its size and smaller versions are added in any case. No reader sees it.</summary>
    public const string ImageMark = "data-fr-site-image";

    /// <summary>A text that must come out as it is.</summary>
    public static ValueTask<Completion> WriteLiteral(string name, TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var text = ((LiquidRun)context).Literal(int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture));
        ((LiquidRun)context).Charge(text.Length);
        writer.Write(text);
        return Statement.Normal();
    }

    /// <summary>A link to a video: <c>"id"</c>, then an optional <c>"titre"</c>, without which the page's own title names the video.</summary>
    public static async ValueTask<Completion> WriteDailymotion(
        IReadOnlyList<FilterArgument> arguments, TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var run = (LiquidRun)context;
        var (offset, values) = await Evaluate(arguments, run);
        var id = VideoIdOf(Find(values, "0", "id", "video", "videoid"));
        if (id is null)
        {
            run.ReportShortcode(
                offset, "La balise « dailymotion » n’a pas d’identifiant de vidéo\u00a0: elle n’est pas affichée.",
                "Écrivez l’identifiant entre guillemets, par exemple « {% dailymotion \"x8abcde\", \"Titre de la vidéo\" %} ».");
            return Completion.Normal;
        }

        var title = Find(values, "1", "titre", "title") ?? OneLine(run.Title);
        WriteBlock(writer, Video(id, title));
        return Completion.Normal;
    }

    /// <summary>
    /// A transcription that opens and closes without a script. What it encloses is Markdown, which blank lines around keep apart from the HTML (CommonMark,
    /// HTML blocks of kind 6).
    /// </summary>
    public static async ValueTask<Completion> WriteTranscription(
        IReadOnlyList<FilterArgument> arguments, IReadOnlyList<Statement> statements, TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var (_, values) = await Evaluate(arguments, (LiquidRun)context);
        WriteBlock(writer, Transcription(Find(values, "0", "titre", "title")));
        (writer as LiquidWriter)?.RequireBlankLine();
        var completion = await ((LiquidRun)context).Write(statements, writer, encoder);

        (writer as LiquidWriter)?.RequireBlankLine();
        WriteBlock(writer, "</details>");
        (writer as LiquidWriter)?.RequireBlankLine();
        return completion;
    }

    /// <summary>A fragment of the folder of includes: <c>"name"</c>, then named values.</summary>
    public static async ValueTask<Completion> WriteFragment(
        IReadOnlyList<FilterArgument> arguments, TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var run = (LiquidRun)context;
        var (offset, values) = await Evaluate(arguments, run);
        context.EnterChildScope();
        try
        {
            foreach (var argument in arguments.Skip(1).Where(static argument => argument.Name is not null))
            {
                context.SetValue(argument.Name, await argument.Expression.EvaluateAsync(context));
            }

            await run.WriteFragment(Find(values, "0") ?? "", offset, writer, encoder);
        }
        finally
        {
            context.ReleaseScope();
        }

        return Completion.Normal;
    }

    /// <summary>A shortcode of the project: <c>"name"</c>, then its arguments.</summary>
    public static async ValueTask<Completion> WriteShortcode(
        IReadOnlyList<FilterArgument> arguments, TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        await WriteCall("shortcode", arguments, null, writer, (LiquidRun)context);
        return Completion.Normal;
    }

    /// <summary>The same, with what it encloses before its arguments.</summary>
    public static async ValueTask<Completion> WritePaired(
        IReadOnlyList<FilterArgument> arguments, IReadOnlyList<Statement> statements, TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        using var content = new LiquidWriter(LiquidLimits.OutputLength);
        var completion = await ((LiquidRun)context).Write(statements, content, encoder);

        await WriteCall("paired", arguments, content.ToString(), writer, (LiquidRun)context);
        return completion;
    }

    private static async Task WriteCall(string kind, IReadOnlyList<FilterArgument> arguments, string? content, TextWriter writer, LiquidRun run)
    {
        var values = new List<object?>();
        foreach (var argument in arguments)
        {
            var value = await argument.Expression.EvaluateAsync(run);
            run.Charge(value);
            values.Add(PlainValues.ToPlain(value));
        }

        object?[] given = content is null ? [.. values.Skip(2)] : [content, .. values.Skip(2)];
        var result = run.Call(kind, (string)values[1]!, Convert.ToInt32(values[0], CultureInfo.InvariantCulture), given);
        var text = result is null ? "" : run.Values.ToFluid(result).ToStringValue();
        run.Charge(text.Length);
        writer.Write(text);
    }

    /// <summary>The link to a video of Dailymotion.</summary>
    /// <param name="id">Its identifier, checked: <see cref="VideoIdOf"/>.</param>
    /// <param name="title">Its title.</param>
    public static string Video(string id, string? title)
    {
        var what = OneLine(title) is { } text ? $"la vidéo «\u00a0{Escape(text)}\u00a0»" : "la vidéo";
        return $"<p><a class=\"fr-link\" href=\"https://www.dailymotion.com/video/{id}\">Voir {what} sur Dailymotion</a></p>";
    }

    /// <summary>The beginning of a transcription, which <c>&lt;/details&gt;</c> ends.</summary>
    public static string Transcription(string? title) =>
        $"<details class=\"fr-accordion fr-transcription\"><summary>Transcription{(OneLine(title) is { } text ? $"\u00a0: {Escape(text)}" : "")}</summary>";

    private static void WriteBlock(TextWriter writer, string html)
    {
        if (writer is LiquidWriter lines)
        {
            lines.WriteBlock(html);
        }
        else
        {
            writer.Write(html);
        }
    }

    // The first argument is the offset of the tag, which LiquidPreparer adds; the others by number and by name.
    private static async Task<(int Offset, Dictionary<string, string> Values)> Evaluate(IReadOnlyList<FilterArgument> arguments, LiquidRun run)
    {
        var offset = (int)(await arguments[0].Expression.EvaluateAsync(run)).ToNumberValue();
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var position = 0;
        foreach (var argument in arguments.Skip(1))
        {
            var value = await argument.Expression.EvaluateAsync(run);
            run.Charge(value);
            values.TryAdd(argument.Name ?? position++.ToString(CultureInfo.InvariantCulture), value.ToStringValue());
        }

        return (offset, values);
    }

    private static string? Find(Dictionary<string, string> values, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var value) && OneLine(value) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>An identifier, or the address that holds it; nothing else, since it goes into an address.</summary>
    public static string? VideoIdOf(string? text)
    {
        var id = text?.Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
        return id is { Length: > 0 and <= 32 } && id.All(char.IsAsciiLetterOrDigit) ? id : null;
    }

    // A blank line inside a title would end the HTML.
    private static string? OneLine(string? text)
    {
        var words = text is null ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words.Length <= 300 ? words : words[..299] + "…";
    }

    internal static string Escape(string text) => new StringBuilder(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();
}

/// <summary>
/// Reads the arguments of a shortcode as people write them for Liquid (<c>"a" "b"</c>) and for Nunjucks (<c>"a", titre="b"</c>),
/// and writes them as Fluid reads them.
/// </summary>
internal static class ShortcodeArguments
{
    /// <summary>The arguments, each after a comma; nothing when there are none.</summary>
    public static string Normalise(string content)
    {
        var normal = new StringBuilder();
        var position = 0;
        while (position < content.Length)
        {
            var c = content[position];
            if (char.IsWhiteSpace(c) || c == ',')
            {
                position++;
                continue;
            }

            var end = EndOfWord(content, position);
            normal.Append(", ").Append(content, position, end - position);
            position = end;
            var next = SkipSpace(content, position);
            if (next < content.Length && content[next] is '=' or ':' && c is not ('"' or '\''))
            {
                position = SkipSpace(content, next + 1);
                end = EndOfWord(content, position);
                normal.Append(": ").Append(content, position, end - position);
                position = end;
            }
        }

        return normal.ToString();
    }

    private static int EndOfWord(string content, int start)
    {
        if (start < content.Length && content[start] is '"' or '\'')
        {
            var close = content.IndexOf(content[start], start + 1);
            return close < 0 ? content.Length : close + 1;
        }

        var end = start;
        while (end < content.Length && !char.IsWhiteSpace(content[end]) && content[end] is not (',' or '=' or ':'))
        {
            end++;
        }

        // A lone sign is a word too, so that reading goes on.
        return end == start && start < content.Length ? start + 1 : end;
    }

    private static int SkipSpace(string content, int position)
    {
        while (position < content.Length && char.IsWhiteSpace(content[position]))
        {
            position++;
        }

        return position;
    }
}
