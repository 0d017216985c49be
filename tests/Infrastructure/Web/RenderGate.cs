using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>Counts the renders of pages, and holds them while it is closed: a slow page without a clock.</summary>
public sealed class RenderGate : IAsyncResourceFilter, IDisposable
{
    private readonly SemaphoreSlim _started = new(0);
    private volatile TaskCompletionSource _open = Opened();
    private int _renders;

    /// <summary>How many times a page was rendered.</summary>
    public int Renders => _renders;

    /// <summary>What a render does once it is let through; <see langword="null"/> for nothing.</summary>
    public Func<HttpContext, Task>? OnRender { get; set; }

    /// <summary>Renders wait from now on.</summary>
    public void Close() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets all renders go on.</summary>
    public void Open() => _open.TrySetResult();

    /// <summary>Waits for a render to begin.</summary>
    public Task Started() => _started.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    /// <summary>Puts the gate into a host.</summary>
    public void Install(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.Configure<MvcOptions>(options => options.Filters.Add(this)));

    /// <inheritdoc/>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        Interlocked.Increment(ref _renders);
        _started.Release();
        await _open.Task;
        if (OnRender is { } act)
        {
            await act(context.HttpContext);
        }

        await next();
    }

    /// <inheritdoc/>
    public void Dispose() => _started.Dispose();

    private static TaskCompletionSource Opened()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
