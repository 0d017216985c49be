namespace PlansWeb.Browser.Tests;

/// <summary>A request that crossed the wire.</summary>
/// <param name="Url">What was asked.</param>
/// <param name="Type">Document, Stylesheet, Image, Script, Font or Other.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Bytes">Bytes received, head included.</param>
public sealed record WireRequest(Uri Url, string Type, int Status, int Bytes);
