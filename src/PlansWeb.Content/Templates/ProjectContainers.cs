using Jint;
using Jint.Native;
using Jint.Native.Object;

namespace PlansWeb.Content.Templates;

/// <summary>A container that a project registers with markdown-it-container.</summary>
/// <param name="Index">Its place among them.</param>
/// <param name="Name">Its name, and the class of what it becomes where the project says no more.</param>
/// <param name="Mark">What three of open it.</param>
/// <param name="IsOwn">Functions of the project decide what opens it, or what it becomes.</param>
internal sealed record ProjectContainer(int Index, string Name, string Mark, bool IsOwn);

/// <summary>The containers of a project, and an engine for those that its functions make. Thread-safe.</summary>
/// <param name="project">The project.</param>
/// <param name="all">The containers, in the order in which markdown-it tries them.</param>
internal sealed class ProjectContainers(EleventyProject project, IReadOnlyList<ProjectContainer> all)
{
    private readonly Lock _lock = new();
    private (Sandbox Sandbox, ObjectInstance Functions)? _engine;
    private readonly HashSet<ProjectContainer> _limited = [];

    /// <summary>Their names, as writers type them.</summary>
    public IEnumerable<string> Names => all.Select(static each => each.Name);

    /// <summary>A container begins with three of this sign.</summary>
    public bool Has(char mark) => all.Any(each => each.Mark.StartsWith(mark));

    /// <summary>The container that a line opens; <see langword="null"/> for none.</summary>
    /// <param name="mark">The sign that the line begins with.</param>
    /// <param name="info">What follows the signs.</param>
    public ProjectContainer? Find(char mark, string info) => all.FirstOrDefault(each => each.Mark.StartsWith(mark)
        && (each.IsOwn && !IsLimited(each) ? Ask(each, "opens", static isOpen => isOpen.AsBoolean(), info) : info.Trim().Split(' ', 2)[0] == each.Name));

    /// <summary>The HTML around what a container holds; <see langword="null"/> where the project's function cannot tell.</summary>
    /// <param name="container">The container.</param>
    /// <param name="info">What follows the signs of its first line.</param>
    /// <param name="at">Its line: no other of the page has the same.</param>
    public (string Start, string End)? Ends(ProjectContainer container, string info, int at) => !container.IsOwn ? Plain(container)
        : Ask<(string, string)?>(container, "ends", ends => ends.IsNull() ? Plain(container) : ends is JsArray { Length: 2 } both ? (both[0].ToString(), both[1].ToString()) : null, info, at);

    // What markdown-it-container writes where the project gives no function.
    private static (string Start, string End) Plain(ProjectContainer container) => ($"<div class=\"{System.Net.WebUtility.HtmlEncode(container.Name)}\">\n", "</div>\n");

    private bool IsLimited(ProjectContainer container)
    {
        lock (_lock)
        {
            return _limited.Contains(container);
        }
    }

    // The default where the function fails.
    private T? Ask<T>(ProjectContainer container, string name, Func<JsValue, T> read, params object[] arguments)
    {
        // A function that renders Markdown may come here again: not without end.
        if (_lock.IsHeldByCurrentThread)
        {
            return default;
        }

        lock (_lock)
        {
            if (_limited.Contains(container))
            {
                return default;
            }

            try
            {
                var (sandbox, functions) = _engine ??= Make();
                return sandbox.Run(() =>
                {
                    var own = (ObjectInstance)functions.Get((uint)container.Index);
                    return read(sandbox.Engine.Invoke(own.Get(name), own, arguments));
                });
            }
            catch (SandboxException e)
            {
                if (e.IsLimit)
                {
                    // What asked for too much would do so on each page; the others get an engine in which nothing was broken off.
                    _limited.Add(container);
                    _engine?.Sandbox.Dispose();
                    _engine = null;
                }

                return default;
            }
        }
    }

    private (Sandbox Sandbox, ObjectInstance Functions) Make()
    {
        var sandbox = new Sandbox(project.Clock);
        var functions = sandbox.Run(() => (ObjectInstance)((ObjectInstance)project.RunIn(sandbox).Found).Get("containers"), SandboxLimits.SetupTime);
        return (sandbox, functions);
    }
}
