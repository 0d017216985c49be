namespace PlansWeb.Content.Files;

/// <summary>A file as text. The caller makes its problem log from the text, then lets the fault report itself there.</summary>
/// <param name="Text">The text, without byte order mark; empty when refused.</param>
/// <param name="Fault">What was wrong with the encoding, if anything.</param>
internal readonly record struct DecodedText(string Text, EncodingFault? Fault)
{
    /// <summary>Whether the file is no text at all.</summary>
    public bool IsRefused => Fault is { Kind: EncodingFaultKind.Binary };
}
