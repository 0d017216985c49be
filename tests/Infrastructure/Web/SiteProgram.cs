using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>The program as it was built, in a process of its own: its output, its signals, its end.</summary>
public sealed partial class SiteProgram : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource _isListening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Uri> _addresses = [];
    private readonly int _ports;

    private SiteProgram(int ports, string[] command, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment)
    {
        _ports = ports;
        var start = new ProcessStartInfo(command[0], [.. command[1..], .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, data) => Read(data.Data);
        _process.ErrorDataReceived += (_, data) =>
        {
            if (data.Data is { } line)
            {
                _errors.Enqueue(line);
            }
        };
        _process.Exited += (_, _) => _isListening.TrySetResult();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The program beside the tests.</summary>
    public static string[] Built { get; } = ["dotnet", Path.Combine(AppContext.BaseDirectory, "PlansWeb.dll")];

    /// <summary>Lines of standard output.</summary>
    public string[] Output => [.. _output];

    /// <summary>Lines of standard error.</summary>
    public string[] Errors => [.. _errors];

    /// <summary>Asks the site; redirects are not followed.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = s_patience };

    /// <summary>Where it listens, in the order in which it said so.</summary>
    public IReadOnlyList<Uri> Addresses => _addresses;

    /// <summary>Runs the program to its end.</summary>
    /// <returns>Its exit status.</returns>
    public static Task<(int Status, string[] Output, string[] Errors)> Run(params string[] arguments) => Run(arguments, environment: []);

    /// <summary>Runs the program to its end, with variables of its environment.</summary>
    /// <returns>Its exit status.</returns>
    public static async Task<(int Status, string[] Output, string[] Errors)> Run(string[] arguments, params (string Name, string Value)[] environment)
    {
        using var program = new SiteProgram(1, Built, arguments, environment);
        var status = await program.Ends();
        return (status, program.Output, program.Errors);
    }

    /// <summary>Starts the site and waits until it listens on so many addresses.</summary>
    public static Task<SiteProgram> Start(int ports, string[] arguments, params (string Name, string Value)[] environment) =>
        Start(Built, ports, arguments, environment);

    /// <summary>Starts the site by another command and waits until it listens on so many addresses.</summary>
    public static async Task<SiteProgram> Start(string[] command, int ports, string[] arguments, params (string Name, string Value)[] environment)
    {
        var program = new SiteProgram(ports, command, arguments, environment);
        await program._isListening.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Assert.True(program._addresses.Count == ports, string.Join('\n', program.Output.Concat(program.Errors)));
        return program;
    }

    /// <summary>Gets a path of the site at the first address, or another.</summary>
    public Task<HttpResponseMessage> Get(string path, int address = 0, string? host = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_addresses[address], path));
        request.Headers.Host = host;
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a signal, such as TERM.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit status.</returns>
    public async Task<int> Ends()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match)
        {
            _addresses.Add(new Uri("http://127.0.0.1:" + match.Groups["port"].Value));
            if (_addresses.Count == _ports)
            {
                _isListening.TrySetResult();
            }
        }
    }

    [GeneratedRegex(@"Now listening on: http://[^ ""]*:(?<port>\d+)")]
    private static partial Regex Listening();
}
