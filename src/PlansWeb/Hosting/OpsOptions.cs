namespace PlansWeb.Hosting;

/// <summary>Settings under <c>Ops</c>.</summary>
internal sealed class OpsOptions
{
    /// <summary>The port where health and metrics are, and nowhere else; without it health is on the main port and there are no metrics.</summary>
    public int? Port { get; set; }

    /// <summary>The port has a page with all problems of the content too: names and lines of hidden pages are among them.</summary>
    public bool Problems { get; set; }

    /// <summary>
    /// Seconds between SIGTERM and the end: the site says that it is not ready and still answers, until balancers have seen it. 0 to 300;
    /// 5 where it is not set, 0 in Development.
    /// </summary>
    public int? DrainSeconds { get; set; }
}
