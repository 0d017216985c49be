using System.Text.Json;
using Microsoft.Playwright;

namespace PlansWeb.Tests.Browser;

/// <summary>Counts what crosses the wire to a window: what the network says, not what the page asked for. The cache is not the wire.</summary>
public sealed class Wire
{
    private readonly Dictionary<string, WireRequest> _requests = [];
    private readonly HashSet<string> _cached = [];
    private readonly Dictionary<string, int> _sheets = [];
    private readonly ICDPSession _session;

    private Wire(ICDPSession session) => _session = session;

    /// <summary>Begins to count.</summary>
    public static async Task<Wire> Tap(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var wire = new Wire(session);
        session.Event("Network.requestWillBeSent").OnEvent += (_, data) => wire.Asked(data!.Value);
        session.Event("Network.responseReceived").OnEvent += (_, data) => wire.Answered(data!.Value);
        session.Event("Network.requestServedFromCache").OnEvent += (_, data) => wire._cached.Add(Id(data!.Value));
        session.Event("Network.loadingFinished").OnEvent += (_, data) => wire.Finished(data!.Value);
        session.Event("CSS.styleSheetAdded").OnEvent += (_, data) => wire.Styled(data!.Value.GetProperty("header"));
        await session.SendAsync("Network.enable");
        await session.SendAsync("DOM.enable");
        await session.SendAsync("CSS.enable");
        await session.SendAsync("CSS.startRuleUsageTracking");
        return wire;
    }

    /// <summary>What crossed the wire since the last call. Waits until the network is quiet.</summary>
    public async Task<IReadOnlyList<WireRequest>> Take(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        List<WireRequest> taken = [.. _requests.Where(request => !_cached.Contains(request.Key)).Select(request => request.Value)];
        _requests.Clear();
        _cached.Clear();
        return taken;
    }

    /// <summary>The share of the style sheets' text that the page used, in per cent.</summary>
    public async Task<double> TakeCssUse()
    {
        var answer = await _session.SendAsync("CSS.stopRuleUsageTracking");
        var used = answer!.Value.GetProperty("ruleUsage").EnumerateArray()
            .Where(rule => rule.GetProperty("used").GetBoolean() && _sheets.ContainsKey(rule.GetProperty("styleSheetId").GetString()!))
            .Sum(rule => rule.GetProperty("endOffset").GetDouble() - rule.GetProperty("startOffset").GetDouble());
        return 100 * used / Math.Max(1, _sheets.Values.Sum());
    }

    // A data: address is part of what names it.
    private void Asked(JsonElement data)
    {
        var url = new Uri(data.GetProperty("request").GetProperty("url").GetString()!);
        if (url.Scheme != "data")
        {
            _requests[Id(data)] = new WireRequest(url, data.GetProperty("type").GetString()!, 0, 0);
        }
    }

    private void Answered(JsonElement data)
    {
        if (_requests.TryGetValue(Id(data), out var request))
        {
            var response = data.GetProperty("response");
            _requests[Id(data)] = request with { Type = data.GetProperty("type").GetString()!, Status = response.GetProperty("status").GetInt32() };
            if (response.GetProperty("fromDiskCache").GetBoolean())
            {
                _cached.Add(Id(data));
            }
        }
    }

    private void Finished(JsonElement data)
    {
        if (_requests.TryGetValue(Id(data), out var request))
        {
            _requests[Id(data)] = request with { Bytes = (int)data.GetProperty("encodedDataLength").GetDouble() };
        }
    }

    private void Styled(JsonElement header)
    {
        if (header.GetProperty("origin").GetString() == "regular")
        {
            _sheets[header.GetProperty("styleSheetId").GetString()!] = (int)header.GetProperty("length").GetDouble();
        }
    }

    private static string Id(JsonElement data) => data.GetProperty("requestId").GetString()!;
}
