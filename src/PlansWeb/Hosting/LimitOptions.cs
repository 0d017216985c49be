namespace PlansWeb.Hosting;

/// <summary>Settings under <c>Limits</c>.</summary>
internal sealed class LimitOptions
{
    /// <summary>Connections open at once; more are closed. 1 to 1,000,000.</summary>
    public int Connections { get; set; } = 10_000;

    /// <summary>Searches per second and address; five times as many at once are answered before any has to wait. 1 to 10,000.</summary>
    public int SearchesPerSecond { get; set; } = 20;
}
