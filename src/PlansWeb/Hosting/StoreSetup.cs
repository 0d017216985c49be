using PlansWeb.Content.Site;

namespace PlansWeb.Hosting;

/// <summary>Registers the store, and pins one snapshot to each request.</summary>
internal static class StoreSetup
{
    private static readonly object s_snapshotKey = new();
    private static readonly object s_previewKey = new();
    private static readonly object s_noPageKey = new();

    /// <summary>Adds the page store.</summary>
    public static IServiceCollection AddPageStore(this IServiceCollection services) => services.AddSingleton<PageStore>();

    /// <summary>Gives each request one snapshot for its whole life, whatever is published meanwhile.</summary>
    public static IApplicationBuilder UseSnapshot(this IApplicationBuilder app)
    {
        var store = app.ApplicationServices.GetRequiredService<PageStore>();
        return app.Use((context, next) =>
        {
            context.Items[s_snapshotKey] = store.Current;
            return next(context);
        });
    }

    /// <summary>The snapshot of this request.</summary>
    /// <exception cref="KeyNotFoundException"><see cref="UseSnapshot"/> did not run.</exception>
    public static Snapshot Snapshot(this HttpContext context) => (Snapshot)context.Items[s_snapshotKey]!;

    /// <summary>Shows this request another snapshot than the public one: a preview, which no cache may keep.</summary>
    /// <param name="context">The request.</param>
    /// <param name="snapshot">What it sees.</param>
    /// <param name="notice">What the page says of itself, asked in the language of its interface.</param>
    public static void UsePreview(this HttpContext context, Snapshot snapshot, Func<string> notice)
    {
        context.Items[s_snapshotKey] = snapshot;
        context.Items[s_previewKey] = notice;
    }

    /// <summary>The request is a preview.</summary>
    public static bool IsPreview(this HttpContext context) => context.Items.ContainsKey(s_previewKey);

    /// <summary>What the page has to say of itself where the request is a preview; <see langword="null"/> where it is not.</summary>
    public static string? PreviewNotice(this HttpContext context) => (context.Items[s_previewKey] as Func<string>)?.Invoke();

    /// <summary>Notes that nothing stands at the address of this request: what is answered is for nobody else.</summary>
    public static void MarkNoPage(this HttpContext context) => context.Items[s_noPageKey] = s_noPageKey;

    /// <summary>Nothing stands at the address of this request.</summary>
    public static bool HasNoPage(this HttpContext context) => context.Items.ContainsKey(s_noPageKey);
}
