using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>Keeps what a site writes to its log.</summary>
public sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    /// <summary>The lines so far.</summary>
    public IReadOnlyCollection<LogLine> All => _lines;

    /// <summary>The lines of a room of the site, or of any other category, by the beginning of its name.</summary>
    public LogLine[] Of(string category) => [.. _lines.Where(line => line.Category.StartsWith(category, StringComparison.Ordinal))];

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Writer(LogLines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines._lines.Enqueue(new LogLine(category, logLevel, formatter(state, exception), exception));
    }
}
