using StackExchange.Redis;

namespace PlansWeb.Caching.Sharing;

/// <summary>How Redis or Valkey is reached: <c>ConnectionStrings:Redis</c>, as the library StackExchange.Redis writes it.</summary>
internal static class RedisSettings
{
    /// <summary>The setting's key.</summary>
    public const string Key = "ConnectionStrings:Redis";

    /// <summary>A command that has waited so long is given up by the library, unless the setting says otherwise: the circuit has long opened then.</summary>
    private const string CommandMilliseconds = "500";

    private const string ConnectMilliseconds = "1000";
    private const int ReconnectMilliseconds = 500;

    /// <summary>Reads the setting.</summary>
    /// <returns><see langword="null"/> where it cannot be read or names no server.</returns>
    public static ConfigurationOptions? Parse(string text)
    {
        try
        {
            // What the setting says comes last, so it counts.
            var options = ConfigurationOptions.Parse($"connectTimeout={ConnectMilliseconds},asyncTimeout={CommandMilliseconds},syncTimeout={CommandMilliseconds},{text}");
            if (options.EndPoints.Count == 0)
            {
                return null;
            }

            // Nobody waits for it: neither the start, nor a reader, nor commands in a queue for a connection that may come back.
            options.AbortOnConnectFail = false;
            options.BacklogPolicy = BacklogPolicy.FailFast;
            options.ReconnectRetryPolicy = new LinearRetry(ReconnectMilliseconds);
            options.ClientName ??= "PlansWeb";
            return options;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }
}
