using System.Text;

namespace PlansWeb.Commands;

/// <summary>Where commands write.</summary>
/// <param name="Output">What was asked for.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="HasColours">A person looks at the output in a terminal that shows colours.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, bool HasColours) : IDisposable
{
    /// <summary>The process's own: UTF-8, colours only in a terminal and where <c>NO_COLOR</c> does not refuse them (no-color.org).</summary>
    public static Terminal Open()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var hasColours = !Console.IsOutputRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Terminal(
            new StreamWriter(Console.OpenStandardOutput(), utf8), new StreamWriter(Console.OpenStandardError(), utf8), hasColours);
    }

    /// <summary>Text in one of the 16 colours or styles of ECMA-48 (31 red, 33 yellow, 1 bold, 2 faint).</summary>
    public string Style(string text, int code) => HasColours ? $"\u001b[{code}m{text}\u001b[0m" : text;

    /// <inheritdoc/>
    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
    }
}
