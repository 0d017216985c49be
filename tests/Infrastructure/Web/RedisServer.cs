using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>
/// A real server for the shared cache (<c>redis-server</c> or <c>valkey-server</c>), on a free port, that keeps nothing on disk. It can be
/// paused, killed and started again on its port. Without the program the test is skipped.
/// </summary>
public sealed class RedisServer : IDisposable
{
    /// <summary>Without a change for so long, what a test waits for does not come.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _changed = new(0);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plansweb-redis-");
    private readonly string _program;
    private Process? _process;
    private ConnectionMultiplexer? _client;

    /// <summary>Finds a program and a port; <see cref="Start"/> starts it.</summary>
    public RedisServer()
    {
        var found = new[] { "redis-server", "valkey-server" }
            .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        Needs.That(found is not null, "there is neither redis-server nor valkey-server on the PATH");
        _program = found!;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The port that is its own, running or not.</summary>
    public int Port { get; }

    /// <summary>The setting that names it.</summary>
    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public async Task<RedisServer> Start()
    {
        var process = Process.Start(new ProcessStartInfo(_program,
        [
            "--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _folder.FullName,
            "--loglevel", "notice", "--notify-keyspace-events", "KEA",
        ])
        {
            RedirectStandardOutput = true,
        })!;
        _process = process;
        var isReady = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                // It ended.
                isReady.TrySetResult(false);
            }
            else if (line.Data.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                isReady.TrySetResult(true);
            }
        };
        process.BeginOutputReadLine();
        Assert.True(await isReady.Task.WaitAsync(TestContext.Current.CancellationToken), $"{_program} does not start");
        return this;
    }

    /// <summary>The server answers nothing from now on, and its connections stay open.</summary>
    public void Pause() => Signal("STOP");

    /// <summary>It goes on where it was.</summary>
    public void Resume() => Signal("CONT");

    /// <summary>It ends without a word.</summary>
    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit();
    }

    /// <summary>Speaks to it as its administrator.</summary>
    public async Task<IServer> Administer()
    {
        if (_client is null)
        {
            _client = await ConnectionMultiplexer.ConnectAsync(ConnectionString + ",allowAdmin=true,connectTimeout=10000,syncTimeout=10000");
            _client.ConnectionRestored += (_, _) => _changed.Release();
            await _client.GetSubscriber().SubscribeAsync(RedisChannel.Pattern("__keyspace@0__:*"), (_, _) => _changed.Release());
        }

        return _client.GetServer(_client.GetEndPoints()[0]);
    }

    /// <summary>The keys of the pages that it has.</summary>
    public async Task<RedisKey[]> Pages() =>
        [.. (await Administer()).Keys(pattern: "*:page:*", pageSize: 1000).OrderBy(key => key.ToString(), StringComparer.Ordinal)];

    /// <summary>Waits until it has so many pages: they are written in the background. Each change of a key is a reason to count again.</summary>
    public async Task<RedisKey[]> Pages(int count)
    {
        for (; ; )
        {
            var pages = await Pages();
            if (pages.Length == count || !await _changed.WaitAsync(s_patience, TestContext.Current.CancellationToken))
            {
                Assert.Equal(count, pages.Length);
                return pages;
            }
        }
    }

    /// <summary>Its values and keys.</summary>
    public async Task<IDatabase> Database() => (await Administer()).Multiplexer.GetDatabase();

    /// <inheritdoc/>
    public void Dispose()
    {
        _client?.Dispose();
        if (_process is not null)
        {
            Kill();
            _process.Dispose();
        }

        _changed.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
