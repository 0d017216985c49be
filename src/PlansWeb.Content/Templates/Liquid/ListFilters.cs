using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace PlansWeb.Content.Templates.Liquid;

/// <summary>
/// The filters that look at each element of a list: at a property of it (<c>where: "data.lang", "fr"</c>), or at an expression (<c>where_exp: "page",
/// "page.data.order > 2"</c>). Fluid has some of the former, and reads no property of a property.
/// </summary>
internal static class ListFilters
{
    private static readonly Dictionary<string, Func<IReadOnlyList<(FluidValue Item, bool? Fits)>, FluidValue>> s_choices = new()
    {
        ["where"] = static items => new ArrayValue([.. items.Where(static item => item.Fits == true).Select(static item => item.Item)]),
        ["reject"] = static items => new ArrayValue([.. items.Where(static item => item.Fits == false).Select(static item => item.Item)]),
        ["find"] = static items => items.FirstOrDefault(static item => item.Fits == true).Item ?? NilValue.Instance,
        ["find_index"] = static items => items.TakeWhile(static item => item.Fits != true).Count() is var at && at < items.Count ? NumberValue.Create(at) : NilValue.Instance,
        ["has"] = static items => BooleanValue.Create(items.Any(static item => item.Fits == true)),
    };

    // A text is read as a number once, not at each comparison.
    private static readonly Comparer<(FluidValue Key, double Number)> s_order = Comparer<(FluidValue Key, double Number)>.Create(
        static (a, b) => Compare(a.Key, a.Number, b.Key, b.Number));

    /// <summary>The filters by name.</summary>
    public static IEnumerable<KeyValuePair<string, FilterDelegate>> All =>
    [
        .. s_choices.Select(static choice => Filter(choice.Key, Properties, (items, arguments, _) =>
            choice.Value([.. items.Select(item => (item.Item, (bool?)(arguments.Count > 1 ? item.Key.Equals(arguments.At(1)) : item.Key.ToBooleanValue())))]))),

        // Two of them want true or false itself.
        .. s_choices.Select(static choice => Filter(choice.Key + "_exp", Expressions, (items, _, _) =>
            choice.Value([.. items.Select(item => (item.Item, choice.Key is "where" or "reject" && item.Key is not BooleanValue ? (bool?)null : item.Key.ToBooleanValue()))]))),
        Filter("group_by", Properties, static (items, _, run) => Groups(items, run)),
        Filter("group_by_exp", Expressions, static (items, _, run) => Groups(items, run)),
        Filter("map", Properties, static (items, _, _) => new ArrayValue([.. items.Select(static item => item.Key)])),
        Filter("sort", Properties, static (items, _, _) => Sort(items)),
        Filter("sort_natural", Properties, static (items, _, _) => Sort([.. items.Select(static item => item with { Key = Lower(item.Key) })])),
        Filter("sum", Properties, static (items, _, _) => JsNumber.Create(items.Sum(static item => JsNumber.ReadStrictly(item.Key) is var number && double.IsNaN(number) ? 0 : number))),
    ];

    /// <summary>The elements of a list; another value is a list of itself, a map too.</summary>
    public static IReadOnlyList<FluidValue> Items(FluidValue value) => value is ArrayValue list ? list.Values : value.IsNil() ? [] : [value];

    // A property, where the lengths of texts and lists are properties too.
    private static async ValueTask<FluidValue> Member(FluidValue item, string[] path, LiquidRun run)
    {
        run.Charge(16L * path.Length);
        foreach (var name in path)
        {
            item = item switch
            {
                StringValue when name is "size" or "length" => NumberValue.Create(item.ToStringValue().Length),
                ArrayValue list when name is "size" or "length" => NumberValue.Create(list.Values.Count),
                _ when item.ToObjectValue() is IFluidIndexable map => map.TryGetValue(name, out var value) ? value : NilValue.Instance,
                _ => await item.GetValueAsync(name, run),
            };
        }

        return item;
    }

    private static KeyValuePair<string, FilterDelegate> Filter(
        string name, Func<FluidValue, FilterArguments, LiquidRun, ValueTask<List<Keyed>>> read, Func<List<Keyed>, FilterArguments, LiquidRun, FluidValue> compute) =>
        new(name, async (input, arguments, context) =>
        {
            var run = (LiquidRun)context;
            var items = await read(input, arguments, run);

            // All of them are compared, hashed or kept.
            items.ForEach(item => run.Charge(item.Key));
            return compute(items, arguments, run);
        });

    private static FluidValue Groups(List<Keyed> items, LiquidRun run) => run.Values.ToFluid(
        items.GroupBy(static item => (item.Key.Type, LiquidJsFilters.Printed(item.Key).ToStringValue())).Select(static group => new Dictionary<string, object?>
        {
            ["name"] = group.First().Key,
            ["items"] = new ArrayValue([.. group.Select(static item => item.Item)]),
        }).ToArray());

    private static ArrayValue Sort(List<Keyed> items) =>
        new([.. items.OrderBy(static item => (item.Key, JsNumber.ReadStrictly(item.Key)), s_order).Select(static item => item.Item)]);

    // Of each element the property that the first argument names, or itself.
    private static async ValueTask<List<Keyed>> Properties(FluidValue input, FilterArguments arguments, LiquidRun run)
    {
        var (path, keyed) = (arguments.Count > 0 ? arguments.At(0).ToStringValue().Split('.') : [], new List<Keyed>());
        foreach (var item in Items(input))
        {
            keyed.Add(new Keyed(item, await Member(item, path, run)));
        }

        return keyed;
    }

    // Of each element what the second argument gives where the first names it.
    private static async ValueTask<List<Keyed>> Expressions(FluidValue input, FilterArguments arguments, LiquidRun run)
    {
        var (name, written, keyed) = (arguments.At(0).ToStringValue(), arguments.At(1).ToStringValue(), new List<Keyed>());
        run.Charge(64L * written.Length);
        var expression = LiquidGrammar.Instance.Parse($"{{{{ {written} }}}}", written) is OutputStatement output ? output.Expression : throw new FormatException("This is no expression.");
        var quiet = new QuietExpression(expression);
        run.EnterExpression(written.Length);
        try
        {
            foreach (var item in Items(input))
            {
                run.Charge(16);
                run.SetValue(name, item);
                var value = await quiet.EvaluateAsync(run);
                keyed.Add(new Keyed(item, expression is BinaryExpression ? BooleanValue.Create(value.ToBooleanValue()) : value));
            }

            return keyed;
        }
        finally
        {
            run.LeaveExpression();
        }
    }

    private static FluidValue Lower(FluidValue value) => value is StringValue ? new StringValue(value.ToStringValue().ToLowerInvariant()) : value;

    // What is missing comes last; texts by their code units, a text and a number as numbers, as JavaScript's « < » has it.
    private static int Compare(FluidValue a, double numberOfA, FluidValue b, double numberOfB) => (a.IsNil(), b.IsNil()) switch
    {
        (true, true) => 0,
        (true, _) => 1,
        (_, true) => -1,
        _ when a is StringValue && b is StringValue => string.CompareOrdinal(a.ToStringValue(), b.ToStringValue()),
        _ when a is DateValue && b is DateValue => a.ToNumberValue().CompareTo(b.ToNumberValue()),
        _ => numberOfA.CompareTo(numberOfB),
    };

    private readonly record struct Keyed(FluidValue Item, FluidValue Key);
}
