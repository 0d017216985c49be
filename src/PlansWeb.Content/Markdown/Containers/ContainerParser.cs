using Markdig.Parsers;
using Markdig.Syntax;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Markdown.Containers;

/// <summary>
/// Parses the containers of eleventy-dsfr. As in markdown-it-container, a line of marks alone closes; unlike there, containers with the
/// same number of marks nest, and an accordion of a group ends where the next one begins, so the two common slips lose no content.
/// </summary>
internal sealed class ContainerParser : BlockParser
{
    // Every line asks every open container whether it goes on. Deeper ones stay text.
    private const int MaximumDepth = 30;

    private readonly IReadOnlySet<string>? _own;
    private readonly bool _isOpen;

    /// <summary>Listens to both marks.</summary>
    /// <param name="own">The names of the containers that a project has in the place of eleventy-dsfr's.</param>
    /// <param name="isOpen">The project opens containers by functions or marks of its own too: of none it is said that it is unknown.</param>
    public ContainerParser(IReadOnlySet<string>? own, bool isOpen) => (OpeningCharacters, _own, _isOpen) = ([':', '?'], own, isOpen);

    /// <inheritdoc/>
    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        var marks = ContainerFence.CountMarks(line);
        if (processor.IsCodeIndent || marks < ContainerFence.MinimumMarks)
        {
            return BlockState.None;
        }

        if (Depth(processor.CurrentContainer) >= MaximumDepth)
        {
            return BlockState.None;
        }

        var info = line[marks..].ToString();
        var fence = _own is null ? ContainerFence.Read(line[0], info) : OwnFence(_own, line[0], info);
        if (fence is null)
        {
            ReportStray(processor, line, marks);
            return BlockState.None;
        }

        var container = new DsfrContainer(this, fence)
        {
            Mark = line[0],
            Marks = marks,
            Column = processor.Column,
            Line = processor.LineIndex,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        };
        if (fence.Title.Length > 0)
        {
            container.Add(new ContainerTitle(fence.Title) { Line = processor.LineIndex, Span = container.Span });
        }

        processor.NewBlocks.Push(container);
        return BlockState.ContinueDiscard;
    }

    /// <inheritdoc/>
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var container = (DsfrContainer)block;
        var line = processor.Line.AsSpan();
        if (!processor.IsBlankLine && !processor.IsCodeIndent && line[0] == container.Mark)
        {
            var marks = ContainerFence.CountMarks(line);
            var isClosing = line[marks..].IsWhiteSpace();
            if (isClosing && Closes(container, marks))
            {
                container.IsClosedByWriter = true;
                container.UpdateSpanEnd(processor.Line.End);
                return BlockState.BreakDiscard;
            }

            if (!isClosing && marks == container.Marks && BeginsNextAccordion(container, line[marks..]))
            {
                container.IsClosedByWriter = true;
                return BlockState.None;
            }
        }

        // The container takes no indentation of its own.
        processor.GoToColumn(processor.ColumnBeforeIndent);
        return BlockState.Continue;
    }

    /// <inheritdoc/>
    public override bool Close(BlockProcessor processor, Block block)
    {
        ((DsfrContainer)block).IsEnded = true;
        return true;
    }

    private static int Depth(Block? block)
    {
        var depth = 0;
        for (; block is not null && depth < MaximumDepth; block = block.Parent)
        {
            depth++;
        }

        return depth;
    }

    // A closing line is for the innermost open container with as many marks, failing that for the innermost with fewer.
    private static bool Closes(DsfrContainer container, int marks)
    {
        DsfrContainer? same = null;
        DsfrContainer? fewer = null;
        for (Block? block = container; block is ContainerBlock inner; block = inner.LastChild)
        {
            if (inner is DsfrContainer { IsEnded: false } open && open.Mark == container.Mark)
            {
                same = open.Marks == marks ? open : same;
                fewer = open.Marks < marks ? open : fewer;
            }
        }

        return (same ?? fewer) == container;
    }

    // As markdown-it-container has it: the first word is the name.
    private static ContainerFence? OwnFence(IReadOnlySet<string> own, char mark, string info) =>
        mark == ':' && info.Trim().Split(' ', 2)[0] is var name && own.Contains(name) ? new ContainerFence(ContainerKind.Own, name, "") : null;

    private static bool BeginsNextAccordion(DsfrContainer container, ReadOnlySpan<char> info) =>
        container is { Fence.Kind: ContainerKind.Accordion, Parent: DsfrContainer { Fence.Kind: ContainerKind.AccordionsGroup } }
        && ContainerFence.Read(container.Mark, info) is { Kind: ContainerKind.Accordion };

    // « ::: » alone closes nothing, « :::danger » is no container: both would show as text.
    private void ReportStray(BlockProcessor processor, ReadOnlySpan<char> line, int marks)
    {
        if (_isOpen || processor.Context is not RenderContext context || line[0] != ':')
        {
            return;
        }

        var name = line[marks..].Trim().ToString();
        if (name.Length == 0 && context.UnknownBlocks > 0)
        {
            // It closes a block whose name was reported.
            context.UnknownBlocks--;
        }
        else if (name.Length == 0)
        {
            context.Report(
                DiagnosticRules.StrayContainer, processor.LineIndex, $"Cette ligne « {line[..marks]} » ne ferme aucun bloc.", "Retirez-la, ou vérifiez la ligne qui ouvre le bloc.");
        }
        else
        {
            context.UnknownBlocks++;
            var word = name.Split(' ', '\t', '{', '[')[0];
            context.Report(
                DiagnosticRules.UnknownContainer,
                processor.LineIndex,
                $"« {(name.Length > 40 ? name[..40] + "…" : name)} » n’est pas un bloc connu.",
                _own is not null ? $"Ceux de ce projet\u00a0: {string.Join(", ", _own)}."
                : ContainerFence.Meant(word) is { } meant ? $"Vouliez-vous dire « {meant} » ?" : "Écrivez callout, highlight, quote, info, warning, error ou success après « ::: ».");
        }
    }
}
