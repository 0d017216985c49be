using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using PlansWeb.Caching;

namespace PlansWeb.Export;

/// <summary>An answer of the site.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The bytes, coded as the headers say.</param>
internal sealed record Answer(int Status, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>It is a page as it was rendered: not compressed, its weight not written yet.</summary>
    public bool IsUncoded { get; init; }
}

/// <summary>A server that listens nowhere: the program asks its own pipeline, and gets what a reader would over HTTPS.</summary>
internal sealed class InProcessServer : IServer
{
    private Func<IFeatureCollection, Task>? _answer;

    /// <inheritdoc/>
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <inheritdoc/>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _answer = async features =>
        {
            var context = application.CreateContext(features);
            Exception? fault = null;
            try
            {
                await application.ProcessRequestAsync(context);

                // Before the context is given back: what is done as an answer starts reads it.
                await features.GetRequiredFeature<IHttpResponseBodyFeature>().CompleteAsync();
                await ((Response)features.GetRequiredFeature<IHttpResponseFeature>()).Start();
            }
            catch (Exception exception)
            {
                fault = exception;
                throw;
            }
            finally
            {
                application.DisposeContext(context, fault);
            }
        };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>Asks for an address.</summary>
    /// <param name="target">Path and query, percent-encoded.</param>
    /// <param name="coding">The only content coding that is accepted, as in <c>Accept-Encoding</c>.</param>
    /// <param name="accept">The media type; <see langword="null"/> for any.</param>
    /// <param name="method">GET or HEAD.</param>
    public async Task<Answer> Ask(string target, string coding = "identity", string? accept = null, string method = "GET")
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? target : target[..query];
        var request = new HttpRequestFeature
        {
            Method = method,
            Protocol = "HTTP/1.1",
            Scheme = "https",
            Path = Uri.UnescapeDataString(path),
            QueryString = query < 0 ? "" : target[query..],
            RawTarget = target,
        };
        request.Headers.Host = "localhost";
        request.Headers.AcceptEncoding = coding;
        if (accept is not null)
        {
            request.Headers.Accept = accept;
        }

        var response = new Response();
        var page = new UncodedPage();
        using var body = new MemoryStream();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        features.Set(page);
        await _answer!(features);
        response.Headers.Remove(HeaderNames.Date);
        return new Answer(response.StatusCode, response.Headers, body.GetBuffer().AsMemory(0, (int)body.Length)) { IsUncoded = page.IsRendered };
    }

    // What the rooms do as an answer starts, they do when it is whole: nothing was sent before.
    private sealed class Response : HttpResponseFeature
    {
        private readonly Stack<(Func<object, Task> Callback, object State)> _starting = new();

        public override void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

        public async Task Start()
        {
            while (_starting.TryPop(out var next))
            {
                await next.Callback(next.State);
            }
        }
    }
}
