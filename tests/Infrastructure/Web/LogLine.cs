using Microsoft.Extensions.Logging;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>One line of a log.</summary>
/// <param name="Category">Who wrote it.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="Exception">The exception with it.</param>
public sealed record LogLine(string Category, LogLevel Level, string Text, Exception? Exception);
