using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>Speaks bytes to a server on this machine: what no HTTP client would send.</summary>
internal sealed class RawClient(int port)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends a request as it stands and reads until the server closes, or goes silent after an answer.</summary>
    /// <returns>All that came back, one character a byte.</returns>
    public async Task<string> Send(string request)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(s_patience);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, timeout.Token);
        var stream = client.GetStream();
        var answer = new StringBuilder();
        var buffer = new byte[64 * 1024];
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), timeout.Token);

            // All requests here ask to close: what follows an answer is the end, or another answer that must not be there.
            for (int read; (read = await stream.ReadAsync(buffer, timeout.Token)) > 0;)
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // The server may close before it has read everything: that is an answer too, and what came before it counts.
        }

        return answer.ToString();
    }

    /// <summary>The status of the first answer; 0 for a connection that was closed without one.</summary>
    public static int Status(string answer) =>
        answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0;
}
