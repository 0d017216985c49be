using System.Text;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// A tag with a list of values: a fragment, one of <see cref="Shortcodes"/>, or a function of the project, which all end the Markdown around them as they write.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="isProject">It is a function of the project.</param>
/// <param name="arguments">Its values.</param>
/// <param name="content">What it encloses; <see langword="null"/> where it has no end.</param>
internal sealed class Shortcode(string name, bool isProject, IReadOnlyList<FilterArgument> arguments, IReadOnlyList<Statement>? content = null) : Statement
{
    /// <summary>The same around a content.</summary>
    public Shortcode Around(IReadOnlyList<Statement> statements) => new(name, isProject, arguments, statements);

    /// <inheritdoc/>
    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var run = (LiquidRun)context;
        var values = new List<(string? Name, FluidValue Value)>();
        foreach (var argument in arguments)
        {
            values.Add((argument.Name, await argument.Expression.EvaluateAsync(run)));
            run.Charge(values[^1].Value);
        }

        switch (name)
        {
            case var _ when isProject:
                return await Call(values, writer, encoder, run);
            case "dailymotion":
                WriteVideo(values, (LiquidWriter)writer, run);
                return Completion.Normal;
            case "transcription":
                return await WriteTranscription(values, (LiquidWriter)writer, encoder, run);
            default:
                run.EnterChildScope();
                foreach (var (key, value) in values.Where(static value => value.Name is not null))
                {
                    run.SetValue(Identifiers.Decode(key!), value);
                }

                await run.WriteFragment(Find(values, 0) ?? "", writer, encoder);
                run.ReleaseScope();
                return Completion.Normal;
        }
    }

    // A function of the project is given what it encloses before its values.
    private async ValueTask<Completion> Call(List<(string? Name, FluidValue Value)> values, TextWriter writer, TextEncoder encoder, LiquidRun run)
    {
        var (place, completion) = (run.Place, Completion.Normal);
        List<object?> given = [.. values.Select(static value => PlainValues.ToPlain(value.Value))];
        if (content is not null)
        {
            using var inner = new LiquidWriter(LiquidLimits.OutputLength);
            completion = await run.Write(content, inner, encoder);
            given.Insert(0, inner.ToString());
            run.Place = place;
        }

        var text = run.Call(content is null ? "shortcode" : "paired", name, given) is { } result ? run.Values.ToFluid(result).ToStringValue() : "";
        run.Charge(text.Length);
        await writer.WriteAsync(text);
        return completion;
    }

    // The identifier, then a title, without which the page's own names the video.
    private static void WriteVideo(List<(string? Name, FluidValue Value)> values, LiquidWriter writer, LiquidRun run)
    {
        if (Shortcodes.VideoIdOf(Find(values, 0, "id", "video", "videoid")) is { } id)
        {
            writer.WriteBlock(Shortcodes.Video(id, Find(values, 1, "titre", "title") ?? run.Title));
            return;
        }

        run.ReportShortcode(
            "La balise «\u00a0dailymotion\u00a0» n’a pas d’identifiant de vidéo\u00a0: elle n’est pas affichée.",
            "Écrivez l’identifiant entre guillemets, par exemple «\u00a0{% dailymotion \"x8abcde\", \"Titre de la vidéo\" %}\u00a0».");
    }

    // What it encloses is Markdown, which blank lines around keep apart from the HTML (CommonMark, HTML blocks of kind 6).
    private async ValueTask<Completion> WriteTranscription(List<(string? Name, FluidValue Value)> values, LiquidWriter writer, TextEncoder encoder, LiquidRun run)
    {
        writer.WriteBlock(Shortcodes.Transcription(Find(values, 0, "titre", "title")));
        writer.RequireBlankLine();
        var completion = await run.Write(content!, writer, encoder);
        writer.RequireBlankLine();
        writer.WriteBlock("</details>");
        writer.RequireBlankLine();
        return completion;
    }

    private static string? Find(List<(string? Name, FluidValue Value)> values, int place, params string[] names) =>
        names.Select(name => values.Find(value => name.Equals(value.Name, StringComparison.OrdinalIgnoreCase)).Value)
            .Prepend(values.Where(static value => value.Name is null).ElementAtOrDefault(place).Value)
            .Select(static value => Shortcodes.OneLine(value?.ToStringValue())).FirstOrDefault(static text => text is not null);
}

/// <summary>
/// The shortcodes that the old site defines and editors use: <c>{% dailymotion "id" %}</c>, which took an identifier alone, and
/// <c>{% transcription "titre" %}…{% endtranscription %}</c> (DISIC/MiNumEco, eleventy.config.js, 2026). Theirs load a third party and need a script;
/// these do without both.
/// </summary>
internal static class Shortcodes
{
    /// <summary>On an image that the site writes in the place of a project's shortcode: its size and smaller versions are added in any case. No reader sees it.</summary>
    public const string ImageMark = "data-fr-site-image";

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

    /// <summary>An identifier, or the address that holds it; nothing else, since it goes into an address.</summary>
    public static string? VideoIdOf(string? text)
    {
        var id = text?.Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
        return id is { Length: > 0 and <= 32 } && id.All(char.IsAsciiLetterOrDigit) ? id : null;
    }

    /// <summary>A title on one line: a blank line inside it would end the HTML.</summary>
    public static string? OneLine(string? text)
    {
        var words = text is null ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words.Length <= 300 ? words : words[..299] + "…";
    }

    /// <summary>A text inside HTML.</summary>
    public static string Escape(string text) => new StringBuilder(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();
}
