using System.Text.Json;
using Microsoft.Playwright;

namespace PlansWeb.Browser.Tests;

/// <summary>Counts what crosses the wire to a window: what the network says, not what the page asked for. The cache is not the wire.</summary>
public sealed class Wire
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, WireRequest> _requests = [];
    private readonly HashSet<string> _cached = [];
    private readonly HashSet<string> _pending = [];
    private readonly Dictionary<string, int> _sheets = [];

    // The browser's messages come on a thread of their own.
    private readonly Lock _lock = new();
    private readonly ICDPSession _session;
    private TaskCompletionSource? _quiet;

    private Wire(ICDPSession session) => _session = session;

    /// <summary>Begins to count.</summary>
    public static async Task<Wire> Tap(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var wire = new Wire(session);
        wire.OnRequest("requestWillBeSent", wire.Asked);
        wire.OnRequest("responseReceived", wire.Answered);
        wire.OnRequest("requestServedFromCache", (id, _) => wire._cached.Add(id));
        wire.OnRequest("loadingFinished", wire.Finished);
        wire.OnRequest("loadingFailed", (id, _) => wire.Ended(id));
        wire.On("CSS.styleSheetAdded", data => wire.Styled(data.GetProperty("header")));
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

        // The icon is no part of what the browser's driver waits for.
        await Quiet().WaitAsync(s_patience, TestContext.Current.CancellationToken);
        lock (_lock)
        {
            List<WireRequest> taken = [.. _requests.Where(request => !_cached.Contains(request.Key)).Select(request => request.Value)];
            _requests.Clear();
            _cached.Clear();
            return taken;
        }
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

    private Task Quiet()
    {
        lock (_lock)
        {
            _quiet = _pending.Count > 0 ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;
            return _quiet?.Task ?? Task.CompletedTask;
        }
    }

    private void Asked(string id, JsonElement data)
    {
        // The text of a data: address is part of what names it.
        var url = new Uri(data.GetProperty("request").GetProperty("url").GetString()!);
        if (url.Scheme != "data")
        {
            _requests[id] = new WireRequest(url, data.GetProperty("type").GetString()!, 0, 0);
            _pending.Add(id);
        }
    }

    private void Answered(string id, JsonElement data)
    {
        if (_requests.TryGetValue(id, out var request))
        {
            var response = data.GetProperty("response");
            _requests[id] = request with { Type = data.GetProperty("type").GetString()!, Status = response.GetProperty("status").GetInt32() };
            if (response.GetProperty("fromDiskCache").GetBoolean())
            {
                _cached.Add(id);
            }
        }
    }

    private void Finished(string id, JsonElement data)
    {
        if (_requests.TryGetValue(id, out var request))
        {
            _requests[id] = request with { Bytes = (int)data.GetProperty("encodedDataLength").GetDouble() };
        }

        Ended(id);
    }

    private void Ended(string id)
    {
        _pending.Remove(id);
        if (_pending.Count == 0)
        {
            _quiet?.TrySetResult();
        }
    }

    private void Styled(JsonElement header)
    {
        if (header.GetProperty("origin").GetString() == "regular")
        {
            _sheets[header.GetProperty("styleSheetId").GetString()!] = (int)header.GetProperty("length").GetDouble();
        }
    }

    private void On(string name, Action<JsonElement> act) => _session.Event(name).OnEvent += (_, data) =>
    {
        lock (_lock)
        {
            act(data!.Value);
        }
    };

    private void OnRequest(string name, Action<string, JsonElement> act) => On("Network." + name, data => act(data.GetProperty("requestId").GetString()!, data));
}
