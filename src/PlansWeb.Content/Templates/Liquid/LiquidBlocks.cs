namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// Which tag ends which. Only Liquid's blocks must nest well: tags that this site drops may stand anyhow.
/// </summary>
internal sealed class LiquidBlocks
{
    private readonly int[] _ends;
    private readonly int[] _owners;

    private LiquidBlocks(int[] ends, int[] owners, (int Token, string Diagnostic)? fault)
    {
        _ends = ends;
        _owners = owners;
        Fault = fault;
    }

    /// <summary>The first tag that stands where it cannot, and what is wrong with it, in French; <see langword="null"/> when all is well.</summary>
    public (int Token, string Diagnostic)? Fault { get; }

    /// <summary>Index of the tag that ends a tag, or -1: the tag stands alone.</summary>
    public int EndOf(int token) => _ends[token];

    /// <summary>Index of the tag that opened the block of which a tag is a divider or the end, or -1.</summary>
    public int OwnerOf(int token) => _owners[token];

    /// <summary>Pairs the tags of a body.</summary>
    public static LiquidBlocks Pair(IReadOnlyList<LiquidToken> tokens)
    {
        var ends = new int[tokens.Count];
        var owners = new int[tokens.Count];
        Array.Fill(ends, -1);
        Array.Fill(owners, -1);
        PairOthers(tokens, ends, owners);

        var open = new Stack<int>();
        var closing = new HashSet<int>();
        (int, string)? fault = null;
        for (var i = 0; i < tokens.Count && fault is null; i++)
        {
            var token = tokens[i];
            if (token.Kind == LiquidTokenKind.UnclosedRegion)
            {
                fault = (i, $"La balise {Tag(token.Name)} n’a pas de fin.");
            }

            if (token.Kind != LiquidTokenKind.Tag)
            {
                continue;
            }

            if (token.Name == "macro" && ends[i] >= 0)
            {
                // Its content is dropped with it, and need not be well formed.
                i = ends[i];
                continue;
            }

            fault = Step(tokens, i, open, closing, ends, owners);
        }

        if (fault is null && open.TryPop(out var last))
        {
            fault = (last, $"La balise {Tag(tokens[last].Name)} n’a pas de fin.");
        }

        return new LiquidBlocks(ends, owners, fault);
    }

    // `closing` holds the blocks whose `else` has come: nothing but their end may follow.
    private static (int, string)? Step(
        IReadOnlyList<LiquidToken> tokens, int i, Stack<int> open, HashSet<int> closing, int[] ends, int[] owners)
    {
        var name = LiquidTags.Canonical(tokens[i].Name);
        if (LiquidTags.Blocks.Contains(name))
        {
            open.Push(i);
            return open.Count > LiquidLimits.BlockDepth
                ? throw new LiquidLimitException($"plus de {LiquidLimits.BlockDepth} blocs sont imbriqués")
                : null;
        }

        var isDivider = LiquidTags.Dividers.TryGetValue(name, out var divided);
        var ended = LiquidTags.EndedBy(name);
        if (!isDivider && (ended is null || !LiquidTags.Blocks.Contains(ended)))
        {
            return null;
        }

        if (!open.TryPeek(out var owner))
        {
            return (i, $"La balise {Tag(name)} ne correspond à aucune balise ouverte.");
        }

        var opened = tokens[owner].Name;
        if (isDivider ? Array.IndexOf(divided!, opened) < 0 : opened != ended)
        {
            return (i, $"La balise {Tag(name)} ne va pas avec {Tag(opened)}, ouverte avant elle.");
        }

        if (isDivider && closing.Contains(owner))
        {
            return (i, $"La balise {Tag(name)} vient après « {{% else %}} ».");
        }

        owners[i] = owner;
        if (name == "else")
        {
            closing.Add(owner);
        }

        if (!isDivider)
        {
            ends[open.Pop()] = i;
        }

        return null;
    }

    // Tags that Liquid does not know are paired from the end, each opening tag with the nearest free end after it.
    private static void PairOthers(IReadOnlyList<LiquidToken> tokens, int[] ends, int[] owners)
    {
        var free = new Dictionary<string, Stack<int>>();
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            var token = tokens[i];
            if (token.Kind != LiquidTokenKind.Tag || LiquidTags.Blocks.Contains(token.Name))
            {
                continue;
            }

            if (LiquidTags.EndedBy(token.Name) is { } ended && !LiquidTags.Blocks.Contains(ended))
            {
                if (!free.TryGetValue(ended, out var stack))
                {
                    free[ended] = stack = [];
                }

                stack.Push(i);
            }
            else if (!IsInlineSet(token) && free.TryGetValue(token.Name, out var candidates) && candidates.TryPop(out var end))
            {
                ends[i] = end;
                owners[end] = i;
            }
        }
    }

    // `{% set x = 1 %}` stands alone, `{% set x %}…{% endset %}` does not.
    private static bool IsInlineSet(LiquidToken token) => token.Name == "set" && token.Content.Contains('=', StringComparison.Ordinal);

    private static string Tag(string name) => $"«\u00a0{{% {name} %}}\u00a0»";
}
