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
    private bool _isBroken;

    /// <summary>The container that a line opens; <see langword="null"/> for none.</summary>
    /// <param name="mark">The sign that the line begins with.</param>
    /// <param name="info">What follows the signs.</param>
    public ProjectContainer? Find(char mark, string info) => all.FirstOrDefault(each => each.Mark.StartsWith(mark)
        && (each.IsOwn ? Ask(each, "opens", JsBoolean.False, info) is JsBoolean { } isOpen && isOpen.AsBoolean() : info.Trim().Split(' ', 2)[0] == each.Name));

    /// <summary>The HTML around what a container holds; <see langword="null"/> where the project's function cannot tell.</summary>
    /// <param name="container">The container.</param>
    /// <param name="info">What follows the signs of its first line.</param>
    /// <param name="at">Its line: no other of the page has the same.</param>
    public (string Start, string End)? Ends(ProjectContainer container, string info, int at) =>
        container.IsOwn && Ask(container, "ends", JsValue.Undefined, info, at) is var ends && !ends.IsNull()
            ? ends is JsArray { Length: 2 } both ? (both[0].ToString(), both[1].ToString()) : null
            : ($"<div class=\"{System.Net.WebUtility.HtmlEncode(container.Name)}\">\n", "</div>\n");

    private JsValue Ask(ProjectContainer container, string name, JsValue otherwise, params object[] arguments)
    {
        // A function that renders Markdown may come here again: not without end.
        if (_lock.IsHeldByCurrentThread)
        {
            return otherwise;
        }

        lock (_lock)
        {
            try
            {
                if (_isBroken)
                {
                    return otherwise;
                }

                var (sandbox, functions) = _engine ??= Make();
                return sandbox.Run(() =>
                {
                    var own = (ObjectInstance)functions.Get((uint)container.Index);
                    return sandbox.Engine.Invoke(own.Get(name), own, arguments);
                });
            }
            catch (SandboxException e)
            {
                // One that was broken off may have left anything; what asked for too much would do so on each page.
                _isBroken = e.IsLimit;
                return otherwise;
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
