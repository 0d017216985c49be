using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>One rendering of one body: what its variables mean, what it has cost, and which variables it looked for in vain.</summary>
internal sealed class LiquidRun : TemplateContext
{
    private const int MostSuggestions = 20;
    private readonly LiquidRenderer _renderer;
    private readonly LiquidReporter _reporter;
    private readonly Dictionary<string, (int Place, string? Near)> _missing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private readonly HashSet<string> _silent = new(StringComparer.Ordinal);
    private readonly string[] _names;
    private readonly ProcessorBudget _time;
    private int _fragments;
    private int _expressions;
    private bool _hasEngine;
    private int _calls;
    private long _work;

    /// <summary>Begins a rendering.</summary>
    public LiquidRun(LiquidRenderer renderer, LiquidContext context, TemplateOptions options, PlainValues values, LiquidReporter reporter)
        : base(options)
    {
        _renderer = renderer;
        _time = renderer.Budget();
        _reporter = reporter;

        // A day without a zone is one of that zone, when it is read as when it is written.
        TimeZone = renderer.IsExact ? TimeZoneInfo.Utc : French.Paris;
        Values = values;
        Page = context.Page;
        Title = context.Data.GetValueOrDefault("title") as string;
        _names = [.. context.Data.Keys, "collections", "page"];
        foreach (var (key, value) in context.Data)
        {
            SetValue(key, values.ToFluid(value));
        }

        // After the data: these two names are Eleventy's own.
        SetValue("collections", values.ToFluid(context.Collections));
        SetValue("page", values.ToFluid(context.Page));
    }

    /// <summary>Bodies are as Eleventy has them.</summary>
    public bool IsExact => _renderer.IsExact;

    /// <summary>Turns plain data into Fluid's.</summary>
    public PlainValues Values { get; }

    /// <summary>Offset of the tag that is being rendered: of the page's own, where a fragment is.</summary>
    public int Place
    {
        get;
        set => field = _fragments > 0 ? field : value;
    } = LiquidReporter.Nowhere;

    /// <summary>Variables may be missing: a condition or the <c>default</c> filter asks for them.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>Writes a whole text. A <c>break</c> outside of loops ends nothing.</summary>
    public async ValueTask Write(LiquidTemplate template, TextWriter writer, TextEncoder encoder)
    {
        _silent.UnionWith(template.Silent);
        foreach (var statement in template.Statements)
        {
            await statement.WriteToAsync(writer, encoder, this);
        }
    }

    /// <summary>Writes what a tag encloses, up to a <c>break</c> or <c>continue</c>, which is the enclosing loop's.</summary>
    public async ValueTask<Completion> Write(IReadOnlyList<Statement> statements, TextWriter writer, TextEncoder encoder)
    {
        var completion = Completion.Normal;
        for (var i = 0; i < statements.Count && completion == Completion.Normal; i++)
        {
            completion = await statements[i].WriteToAsync(writer, encoder, this);
        }

        return completion;
    }

    /// <summary>Calls a function of the project.</summary>
    /// <param name="kind"><c>filter</c>, <c>shortcode</c> or <c>paired</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="arguments">What it is given.</param>
    /// <returns>What it gives; <see langword="null"/> where it failed.</returns>
    /// <exception cref="LiquidLimitException">It asks for too much.</exception>
    public object? Call(string kind, string name, IReadOnlyList<object?> arguments)
    {
        Charge(256);
        try
        {
            if (!_hasEngine)
            {
                // Making one takes longer than most pages, and has a limit of its own.
                _time.Spare(_renderer.Engines.Prepare);
                _hasEngine = true;
            }

            var result = _renderer.Engines.Call(kind, name, Page, _calls++, arguments, out var remarks);
            foreach (var remark in remarks)
            {
                ReportShortcode(remark.Kind == "package" ? $"«\u00a0{name}\u00a0» s’appuie sur un paquet qui n’existe pas ici\u00a0: ce qui en dépend manque."
                    : $"«\u00a0{name}\u00a0» n’a pas ce qu’il lui faut\u00a0: rien n’est affiché à sa place.", "Écrivez son résultat en Markdown ou en HTML.");
            }

            return result;
        }
        catch (SandboxException e) when (!e.IsLimit)
        {
            ReportShortcode($"«\u00a0{name}\u00a0» ne peut pas être calculé ({e.Message.Split('\n')[0]})\u00a0: rien n’est affiché à sa place.", "Corrigez ses arguments, ou la fonction dans la configuration.");
            return null;
        }
        catch (SandboxException)
        {
            throw new LiquidLimitException($"«\u00a0{name}\u00a0» demande trop de calcul ou de mémoire");
        }
    }

    /// <summary>The page being rendered.</summary>
    public LiquidPage Page { get; }

    /// <summary>Its title, when it has one.</summary>
    public string? Title { get; }

    /// <summary>Whether the limit of steps was passed, which Fluid tells by an exception of no type of its own.</summary>
    public bool IsOutOfSteps => MaxSteps > 0 && _steps > MaxSteps;

    /// <summary>The names that exist at this point of the rendering.</summary>
    public IEnumerable<string> Names => ValueNames.Concat(_names).Distinct();

    /// <summary>Counts work.</summary>
    /// <exception cref="LiquidLimitException">There was too much.</exception>
    public void Charge(long characters)
    {
        _work += characters;
        if (_work > LiquidLimits.Work)
        {
            throw new LiquidLimitException("le calcul de ses balises est trop long");
        }

        if (_time.IsSpent)
        {
            throw new LiquidLimitException("le calcul de ses balises dure trop longtemps");
        }
    }

    /// <summary>Counts the work of reading a value to its end.</summary>
    public void Charge(FluidValue value) => Charge(Measure(value, 0));

    /// <summary>Begins to evaluate an expression that a value gives, in a scope of its own. One that names itself would go on inside itself.</summary>
    /// <param name="length">Its length.</param>
    /// <exception cref="LiquidLimitException">Expressions contain each other too deep.</exception>
    public void EnterExpression(int length)
    {
        try
        {
            if (_expressions < LiquidLimits.ExpressionDepth && (_expressions == 0 || length <= LiquidLimits.InnerExpressionLength) && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                EnterChildScope();
                _expressions++;
                return;
            }
        }
        catch (InvalidOperationException)
        {
            // Fluid has no more scopes, and no type of its own to say so.
        }

        throw new LiquidLimitException("ses expressions se contiennent les unes les autres");
    }

    /// <summary>Ends it.</summary>
    public void LeaveExpression()
    {
        _expressions--;
        ReleaseScope();
    }

    /// <summary>A variable has a value, even an empty one.</summary>
    public void Found(string path)
    {
        if (!IsQuiet)
        {
            _found.Add(path);
        }
    }

    /// <summary>A variable has none. One that is found elsewhere on the page, in another turn of a loop, is not reported.</summary>
    /// <param name="path">The variable, whole.</param>
    /// <param name="before">The part of its path that was found, with its dot.</param>
    /// <param name="name">The part that was not.</param>
    /// <param name="candidates">The names that exist at this place.</param>
    public void Missing(string path, string before, string name, IEnumerable<string> candidates)
    {
        if (!IsQuiet && !_missing.ContainsKey(path))
        {
            var near = _missing.Count < MostSuggestions ? NearestName.Find(name, candidates) : null;
            _missing[path] = (Place, near is null ? null : before + near);
        }
    }

    /// <summary>Writes a fragment of the folder of includes; one that does not exist is reported.</summary>
    /// <exception cref="LiquidLimitException">Fragments include each other too deep.</exception>
    public async ValueTask WriteFragment(string name, TextWriter writer, TextEncoder encoder)
    {
        if (_renderer.Fragment(name) is not { } fragment)
        {
            ReportShortcode($"Le fragment {LiquidReporter.Quote(name)} n’existe pas dans «\u00a0_includes\u00a0»\u00a0: rien n’est affiché à sa place.",
                "Corrigez son nom, ou déposez-le dans «\u00a0_includes\u00a0».");
            return;
        }

        if (++_fragments > LiquidLimits.BlockDepth)
        {
            throw new LiquidLimitException($"plus de {LiquidLimits.BlockDepth} fragments s’incluent les uns les autres");
        }

        await Write(fragment, writer, encoder);
        _fragments--;
    }

    /// <summary>Reports the variables that were looked for in vain.</summary>
    public void ReportMissing()
    {
        foreach (var (path, (place, near)) in _missing.Where(m => !_found.Contains(m.Key) && !_silent.Contains(m.Key.Split('.', '[')[0])).OrderBy(static m => m.Value.Place))
        {
            _reporter.Report(
                DiagnosticRules.UnknownVariable, place, path, $"La variable {LiquidReporter.Quote(path)} n’existe pas\u00a0: rien n’est affiché à sa place.",
                near is null
                    ? "Ajoutez-la à l’en-tête de la page ou à un fichier de «\u00a0_data\u00a0», ou supprimez-la du texte."
                    : $"Vouliez-vous dire {LiquidReporter.Quote(near)}\u00a0? Sinon, ajoutez-la à l’en-tête de la page ou à un fichier de «\u00a0_data\u00a0».");
        }
    }

    /// <summary>Reports a filter that could not be applied: its value is shown without it.</summary>
    public void ReportFilter(string name) => _reporter.Report(
        DiagnosticRules.Liquid, Place, "filtre " + name, $"Le filtre {LiquidReporter.Quote(name)} ne peut pas s’appliquer à cette valeur\u00a0: elle est affichée sans lui.",
        "Vérifiez la valeur et les arguments du filtre.");

    /// <summary>Reports a shortcode that is not complete.</summary>
    public void ReportShortcode(string message, string advice) => _reporter.Report(DiagnosticRules.Shortcode, Place, $"{Place} {message}", message, advice);

    private static long Measure(FluidValue value, int depth)
    {
        switch (value)
        {
            case StringValue:
                return value.ToStringValue().Length;
            case ArrayValue list when depth < LiquidLimits.ListDepth:
                var size = 16L * list.Values.Count;
                for (var i = 0; i < list.Values.Count && size <= LiquidLimits.Work; i++)
                {
                    size += Measure(list.Values[i], depth + 1);
                }

                return size;
            case ArrayValue:
                throw new LiquidLimitException("une liste contient trop de listes imbriquées");
            default:
                return 16;
        }
    }
}
