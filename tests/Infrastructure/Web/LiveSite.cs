using PlansWeb.Content.Site;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>A site that watches its folder, and waits for what it makes of changes.</summary>
internal sealed class LiveSite : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Site _site;

    public LiveSite(Site site)
    {
        _site = site;
        Client = site.CreateClient();
        Store = site.Store;
    }

    public HttpClient Client { get; }

    public PageStore Store { get; }

    /// <summary>Makes a change and waits until the site shows it.</summary>
    public async Task After(Action change, Func<Snapshot, bool> isThere)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(Snapshot previous)
        {
            if (isThere(Store.Current))
            {
                done.TrySetResult();
            }
        }

        Store.Replaced += Look;
        change();
        Look(Store.Current);
        await done.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Store.Replaced -= Look;
    }

    /// <summary>Makes a change and waits until the site says that it cannot load it.</summary>
    public async Task Failure(Action change)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Store.Failed += Seen;
        change();
        await done.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Store.Failed -= Seen;

        void Seen(LoadFailure failure) => done.TrySetResult();
    }

    public void Dispose()
    {
        Client.Dispose();
        _site.Dispose();
    }
}
