using System.Globalization;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using PlansWeb.Content.Markdown.Containers;
using PlansWeb.Dsfr;
using PlansWeb.Dsfr.Components;

namespace PlansWeb.Content.Markdown.Extras;

/// <summary>Writes the footnotes of a page as a list at its end, each with a link back to where it is called.</summary>
internal sealed class NotesRenderer : HtmlObjectRenderer<FootnoteGroup>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, FootnoteGroup obj)
    {
        renderer.EnsureLine();
        renderer.WriteLine($"<section aria-label=\"{ContentTexts.Notes}\">");
        renderer.WriteLine("<hr>");
        renderer.WriteLine("<ol>");
        foreach (var note in obj.OfType<Footnote>())
        {
            renderer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"<li id=\"fn-{note.Order}\">"));
            renderer.WriteChildren(note);
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>");
        renderer.WriteLine("</section>");
    }
}

/// <summary>Writes the call of a footnote, and the link back from it. Both have a name that says where they lead (RGAA 6.1).</summary>
internal sealed class NoteLinkRenderer : HtmlObjectRenderer<FootnoteLink>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, FootnoteLink obj)
    {
        if (!renderer.EnableHtmlForInline)
        {
            return;
        }

        var order = obj.Footnote.Order;
        var times = 1 + obj.Footnote.Links.Where(static link => !link.IsBackLink).TakeWhile(link => link.Index < obj.Index).Count();
        var call = string.Create(CultureInfo.InvariantCulture, $"fnref-{order}{(times > 1 ? $"-{times}" : "")}");
        renderer.Write(obj.IsBackLink
            ? string.Create(CultureInfo.InvariantCulture, $"<a href=\"#{call}\" aria-label=\"{ContentTexts.BackFromNote} {order}\">↩</a>")
            : string.Create(CultureInfo.InvariantCulture, $"<sup id=\"{call}\"><a href=\"#fn-{order}\" aria-label=\"{ContentTexts.Note} {order}\">{order}</a></sup>"));
    }
}

/// <summary>Writes the box of a task as a sign with a name: nobody can tick it, so it is no field of a form.</summary>
internal sealed class TaskRenderer : HtmlObjectRenderer<TaskList>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, TaskList obj)
    {
        if (renderer.EnableHtmlForInline)
        {
            renderer.Write(obj.Checked ? $"<span role=\"img\" aria-label=\"{ContentTexts.TaskDone}\">☑</span>" : $"<span role=\"img\" aria-label=\"{ContentTexts.TaskToDo}\">☐</span>");
        }
    }
}

/// <summary>Writes GitHub's alerts as those of <c>:::</c>, without a title.</summary>
internal sealed class AlertRenderer : HtmlObjectRenderer<AlertBlock>
{
    /// <summary>The words that GitHub has in <c>&gt; [!NOTE]</c>, and the kind of alert that each is here.</summary>
    public static IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["NOTE"] = "info",
        ["TIP"] = "success",
        ["IMPORTANT"] = "warning",
        ["WARNING"] = "warning",
        ["CAUTION"] = "error",
    };

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, AlertBlock obj)
    {
        renderer.EnsureLine();
        var kind = Kinds.GetValueOrDefault(obj.Kind.AsSpan().ToString(), "info");
        ComponentWriter.Write(renderer, new ParagraphBlock(), new Alert { Kind = kind, Content = new TrustedHtml(ContainerRenderer.Content(renderer, obj)) });
    }
}
