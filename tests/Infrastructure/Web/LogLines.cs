using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>Keeps what a site writes to its log.</summary>
public sealed class LogLines : ILoggerProvider
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<LogLine> _lines = new();

    private event Action? Added;

    /// <summary>The lines so far.</summary>
    public IReadOnlyCollection<LogLine> All => _lines;

    /// <summary>The lines of a room of the site, or of any other category, by the beginning of its name.</summary>
    public LogLine[] Of(string category) => [.. _lines.Where(line => line.Category.StartsWith(category, StringComparison.Ordinal))];

    /// <summary>Waits until there is such a line.</summary>
    public async Task Contains(Func<LogLine, bool> isIt)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (_lines.Any(isIt))
            {
                done.TrySetResult();
            }
        }

        Added += Look;
        Look();
        await done.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Added -= Look;
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    private void Add(LogLine line)
    {
        _lines.Enqueue(line);
        Added?.Invoke();
    }

    private sealed class Writer(LogLines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(new LogLine(category, logLevel, formatter(state, exception), exception));
    }
}
