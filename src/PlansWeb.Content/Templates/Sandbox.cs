using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Acornima;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace PlansWeb.Content.Templates;

/// <summary>
/// A JavaScript engine for what editors wrote: no .NET, no files, no network, no clock but the site's, and built-ins that cannot allocate uncounted
/// (sandbox.js). Not thread-safe.
/// </summary>
internal sealed partial class Sandbox : IDisposable
{
    private static readonly Lazy<Prepared<Script>> s_prelude = new(static () => Engine.PrepareScript(Resource("sandbox.js"), "sandbox.js"));

    // Of a whole run, which enters the engine several times: Jint's own limit begins anew each time.
    private readonly ProcessorTime _deadline = new();

    /// <summary>Makes an engine.</summary>
    /// <param name="clock">What <c>new Date()</c> tells.</param>
    public Sandbox(TimeProvider clock)
    {
        Engine = new Engine(options =>
        {
            options.MaxStatements(SandboxLimits.Statements).LimitRecursion(SandboxLimits.Recursion).LimitMemory(SandboxLimits.Memory)
                .Constraint(_deadline).RegexTimeoutInterval(SandboxLimits.RegexTime).MaxArraySize(SandboxLimits.ArrayLength).MaxJsonParseDepth(64);
            options.Constraints.StackOverflowGuard = true;
            options.Constraints.PromiseTimeout = TimeSpan.FromMilliseconds(1);
            options.TimeSystem = new SiteTime(clock);
            options.Interop.Enabled = false;
        });
        Tools = (ObjectInstance)Engine.Evaluate(s_prelude.Value);
    }

    /// <summary>The engine.</summary>
    public Engine Engine { get; }

    /// <summary>What sandbox.js gives to the scripts of this folder.</summary>
    public ObjectInstance Tools { get; }

    /// <summary>The text of a script of this folder.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static string Resource(string name) => FindResource(name) ?? throw new InvalidOperationException($"{name} is not embedded.");

    /// <summary>The text of a script or template of this folder, where there is one of that name.</summary>
    public static string? FindResource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("PlansWeb.Templates." + name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Runs what is given, within the limits.</summary>
    /// <param name="run">What is run.</param>
    /// <param name="time">How long it may take; <see cref="SandboxLimits.Time"/> where nothing is said.</param>
    /// <exception cref="SandboxException">It failed, or asked for too much.</exception>
    public T Run<T>(Func<T> run, TimeSpan? time = null)
    {
        try
        {
            _deadline.Begin(time ?? SandboxLimits.Time);
            Engine.Invoke(Tools.Get("reset"));
            var result = run();

            // The page that leaves what cannot be taken away pays for it, not the next one in this engine.
            Engine.Invoke(Tools.Get("tidy"));
            return result;
        }
        catch (JavaScriptException e)
        {
            var message = e.Message;
            throw new SandboxException(message, LineOf(e), message.Contains("sandbox:", StringComparison.Ordinal), e);
        }
        catch (ParseErrorException e)
        {
            throw new SandboxException(e.Description, e.LineNumber, isLimit: false, e);
        }
        catch (Exception e) when (e is StatementsCountOverflowException or RecursionDepthOverflowException or MemoryLimitExceededException or TimeoutException
            or InsufficientExecutionStackException or RegexMatchTimeoutException or OutOfMemoryException or ExecutionCanceledException)
        {
            throw new SandboxException(e.GetType().Name, LineOf(e), isLimit: true, e);
        }
        catch (Exception e) when (e is JintException or InvalidOperationException or ArgumentException or NotSupportedException or InvalidCastException or NullReferenceException
            or IndexOutOfRangeException or ArithmeticException or FormatException or KeyNotFoundException)
        {
            throw new SandboxException(e.Message, 0, isLimit: false, e);
        }
        finally
        {
            _deadline.End();
        }
    }

    /// <summary>
    /// Runs what may fail at the limit of a regular expression once more: it is by the clock on the wall, the only one of the limits, and on a busy machine the
    /// pattern may just have had no turn.
    /// </summary>
    /// <param name="run">What is run, each time in another engine: the one that was broken off may be in any state.</param>
    public static T TwiceAtMost<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (SandboxException e) when (e.InnerException is RegexMatchTimeoutException)
        {
            return run();
        }
    }

    // The line of the content's own script: above it may stand what sandbox.js puts in the place of a built-in.
    private static int LineOf(Exception e)
    {
        if (!JintException.TryGetJavaScriptLocation(e, out var at) || !IsOfSite(at.SourceFile ?? ""))
        {
            return at.Start.Line;
        }

        JintException.TryGetJavaScriptCallStack(e, out var stack);
        return PlaceIn(stack ?? "").Line;
    }

    private static bool IsOfSite(string file) => NpmPackages.Has(file) || FindResource(file) is not null;

    /// <summary>Where a stack of calls is in the content's own scripts.</summary>
    /// <param name="stack">The stack, as JavaScript writes it, or as a script sets it: only its beginning is read.</param>
    /// <returns>The script and its line, from 1; an empty name and 0 where none of them is in it.</returns>
    public static (string File, int Line) PlaceIn(string stack) => Call().Matches(stack.Length > LongestStack ? stack[..LongestStack] : stack).FirstOrDefault(static call => !IsOfSite(call.Groups["file"].Value)) is { } own
        ? (own.Groups["file"].Value, int.TryParse(own.Groups["line"].ValueSpan, CultureInfo.InvariantCulture, out var line) ? line : 0) : ("", 0);

    private const int LongestStack = 4_000;

    [GeneratedRegex(@"(?<file>[^\s()]+):(?<line>\d+):\d+\)?$", RegexOptions.Multiline, 1000)]
    private static partial Regex Call();

    /// <summary>Runs a script of this folder, a function of its arguments, and gives what it returns.</summary>
    public JsValue Execute(Prepared<Script> script, params JsValue[] arguments) => Engine.Invoke(Engine.Evaluate(script), (object[])[.. arguments]);

    /// <summary>A function from text to text that scripts may call.</summary>
    public JsValue Function(string name, Func<string, string?> function) => new ClrFunction(Engine, name,
        (_, arguments) => function(arguments.Length > 0 ? arguments[0].ToString() : "") is { } result ? new JsString(result) : JsValue.Null, 1, default);

    /// <inheritdoc/>
    public void Dispose()
    {
        Engine.Dispose();
        _deadline.Dispose();
    }

    private sealed class SiteTime(TimeProvider clock) : DefaultTimeSystem(TimeZoneInfo.Utc, System.Globalization.CultureInfo.InvariantCulture), ITimeSystem
    {
        DateTimeOffset ITimeSystem.GetUtcNow() => clock.GetUtcNow();
    }
}
