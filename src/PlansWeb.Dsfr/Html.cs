using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PlansWeb.Dsfr;

/// <summary>A piece of a document that writes itself as HTML. Text is always encoded by <see cref="HtmlText.Encoder"/>, whoever asks for it.</summary>
public interface IHtml
{
    /// <summary>Writes the HTML.</summary>
    /// <param name="writer">Where to.</param>
    void WriteTo(TextWriter writer);
}

/// <summary>What all that writes HTML can do.</summary>
public static class HtmlExtensions
{
    /// <summary>The HTML; empty where there is nothing to show.</summary>
    public static string ToHtml(this IHtml html)
    {
        ArgumentNullException.ThrowIfNull(html);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        html.WriteTo(writer);
        return writer.ToString();
    }
}

/// <summary>A text: what is markup in it is encoded.</summary>
/// <param name="text">The text, not HTML-encoded.</param>
public sealed class HtmlText(string text) : IHtml
{
    /// <summary>The one encoder of the site: it leaves accents and French punctuation as they are.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer) => Encoder.Encode(writer, text);
}

/// <summary>HTML that is written as it is: made by components, or sanitized before.</summary>
/// <param name="html">The HTML.</param>
public sealed class TrustedHtml(string html) : IHtml
{
    /// <summary>Nothing.</summary>
    public static TrustedHtml Empty { get; } = new("");

    /// <summary>There is nothing in it but white space.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(html);

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(html);
    }
}

/// <summary>An element with its attributes, in the order in which they were set, and what stands in it.</summary>
public sealed class Element : IHtml
{
    private readonly string _name;
    private readonly List<KeyValuePair<string, string?>> _attributes = [];
    private readonly List<IHtml> _content = [];

    /// <summary>Makes an element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cssClass">Its classes.</param>
    /// <param name="content">What stands in it.</param>
    public Element(string name, string? cssClass = null, params ReadOnlySpan<IHtml> content)
    {
        _name = name;
        if (cssClass is not null)
        {
            Set("class", cssClass);
        }

        _content.AddRange(content);
    }

    /// <summary>Makes an element with a text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cssClass">Its classes.</param>
    /// <param name="text">The text, not HTML-encoded.</param>
    public Element(string name, string? cssClass, string text)
        : this(name, cssClass, new HtmlText(text))
    {
    }

    /// <summary>The element has no end tag (<c>br</c>, <c>input</c>).</summary>
    public bool IsVoid { get; init; }

    /// <summary>Sets an attribute, or replaces it.</summary>
    /// <param name="attribute">Its name.</param>
    /// <param name="value">Its value, not HTML-encoded; <see langword="null"/> for an attribute without one.</param>
    public Element Set(string attribute, string? value)
    {
        var at = _attributes.FindIndex(known => known.Key == attribute);
        if (at < 0)
        {
            _attributes.Add(new(attribute, value));
        }
        else
        {
            _attributes[at] = new(attribute, value);
        }

        return this;
    }

    /// <summary>Adds classes after those that the element has.</summary>
    /// <param name="cssClass">The classes.</param>
    public Element AddClass(string cssClass)
    {
        var known = _attributes.Find(static attribute => attribute.Key == "class").Value;
        return Set("class", known is null ? cssClass : $"{known} {cssClass}");
    }

    /// <summary>Adds to what stands in the element.</summary>
    /// <param name="content">What comes last.</param>
    public Element Add(params IEnumerable<IHtml> content)
    {
        _content.AddRange(content);
        return this;
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write('<');
        writer.Write(_name);
        foreach (var (name, value) in _attributes)
        {
            writer.Write(' ');
            writer.Write(name);
            if (value is not null)
            {
                writer.Write("=\"");
                HtmlText.Encoder.Encode(writer, value);
                writer.Write('"');
            }
        }

        writer.Write('>');
        if (IsVoid)
        {
            return;
        }

        foreach (var piece in _content)
        {
            piece.WriteTo(writer);
        }

        writer.Write("</");
        writer.Write(_name);
        writer.Write('>');
    }
}

/// <summary>A component of the design system: a record of what it shows, which writes its HTML.</summary>
public abstract record Component : IHtml
{
    /// <summary>
    /// What the place where it stands adds to its element: an id, classes (written after the component's own), other attributes; not HTML-encoded.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Attributes { get; init; } = [];

    /// <summary>The component's element; <see langword="null"/> where there is nothing to show.</summary>
    protected abstract Element? Root();

    /// <summary>What stands behind the element.</summary>
    protected virtual IHtml? After => null;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer)
    {
        if (Root() is not { } root)
        {
            return;
        }

        foreach (var (name, value) in Attributes)
        {
            _ = name == "class" ? root.AddClass(value ?? "") : root.Set(name, value);
        }

        root.WriteTo(writer);
        After?.WriteTo(writer);
    }
}

/// <summary>A component around a content that is HTML already.</summary>
public abstract record ContainerComponent : Component
{
    /// <summary>What stands inside.</summary>
    public IHtml Content { get; init; } = TrustedHtml.Empty;
}
