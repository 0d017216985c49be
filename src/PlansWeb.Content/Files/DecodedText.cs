using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Files;

/// <summary>A file as text. The caller makes its problem log from the text, then adds the fault.</summary>
/// <param name="Text">The text, without byte order mark; empty when refused.</param>
/// <param name="Fault">What was wrong with the encoding, if anything.</param>
/// <param name="IsRefused">Whether the file is no text at all.</param>
internal readonly record struct DecodedText(string Text, Diagnostic? Fault, bool IsRefused = false);
