using System.Net;

namespace PlansWeb.Hosting;

/// <summary>Settings under <c>Proxy</c>.</summary>
internal sealed class ProxyOptions
{
    /// <summary>Addresses (<c>10.0.0.2</c>) and networks (<c>10.0.0.0/8</c>) of the proxies in front, whose forwarded headers are believed.</summary>
    public IReadOnlyList<string> Known { get; set; } = [];

    /// <summary>The text is an address or a network; an address is a network of one.</summary>
    public static bool TryRead(string text, out IPNetwork network)
    {
        if (IPNetwork.TryParse(text, out network))
        {
            return true;
        }

        var isAddress = IPAddress.TryParse(text, out var address);
        network = isAddress ? new IPNetwork(address!, address!.GetAddressBytes().Length * 8) : default;
        return isAddress;
    }
}
