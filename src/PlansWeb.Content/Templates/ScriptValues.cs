using System.Runtime.CompilerServices;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;
using PlansWeb.Content.Templates.Liquid;
using JsNumber = Jint.Native.JsNumber;

namespace PlansWeb.Content.Templates;

/// <summary>
/// Hands data over to an engine as its own objects: copies, so that no script holds anything of .NET. Lists and maps are frozen and made once for all
/// pages of a load that name them.
/// </summary>
internal sealed class ScriptValues(Engine engine)
{
    private const int MostValues = 200_000;
    private const int MostDepth = 32;

    private readonly ConditionalWeakTable<object, ObjectInstance> _made = [];
    private readonly ConditionalWeakTable<ObjectInstance, object> _origins = [];

    /// <summary>What a template may name: the data's keys, <c>page</c> and <c>collections</c>.</summary>
    public ObjectInstance Context(LiquidContext context)
    {
        var all = NewObject();
        foreach (var (key, value) in context.Data)
        {
            all.FastSetDataProperty(key, ToJs(value));
        }

        var collections = NewObject();
        foreach (var (name, value) in context.Collections)
        {
            // Scripts sort and reverse collections where they stand: each page has lists of its own, of those that it names.
            JsValue? own = null;
            var get = new ClrFunction(engine, name, (_, _) => own ??= value is IReadOnlyList<object?> list ? Copy(list) : ToJs(value), 0, default);
            collections.FastSetProperty(name, new GetSetPropertyDescriptor(get, JsValue.Undefined, enumerable: true, configurable: true));
        }

        all.FastSetDataProperty("collections", collections);
        all.FastSetDataProperty("page", ToJs(context.Page));
        return all;
    }

    /// <summary>A list that is nobody else's.</summary>
    public JsArray Copy(IReadOnlyList<object?> list) => new(engine, [.. list.Select(ToJs)]);

    /// <summary>What a script gives, as plain values: what was handed over comes back as what it was.</summary>
    /// <exception cref="SandboxException">It is too large.</exception>
    public object? FromJs(JsValue value)
    {
        var left = MostValues;
        return FromJs(value, 0, ref left);
    }

    private object? FromJs(JsValue value, int depth, ref int left)
    {
        if (--left < 0 || depth > MostDepth)
        {
            throw new SandboxException("data too large", 0, isLimit: true);
        }

        switch (value)
        {
            case JsString:
                return value.ToString();
            case JsBoolean:
                return value.AsBoolean();
            case JsNumber when value.AsNumber() is var number:
                return number == Math.Truncate(number) && Math.Abs(number) < 1e15 ? (long)number : number;
            case Jint.Native.Function.Function or not ObjectInstance:
                return null;
            case ObjectInstance known when _origins.TryGetValue(known, out var origin):
                return origin;
            case JsDate date:
                return double.IsNaN(date.DateValue) ? null : new DateTimeOffset(date.ToDateTime().ToUniversalTime());
            case JsArray array:
                var list = new List<object?>();
                for (uint i = 0; i < array.Length; i++)
                {
                    list.Add(FromJs(array[i], depth + 1, ref left));
                }

                return list;
            default:
                var map = new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (var (key, descriptor) in ((ObjectInstance)value).GetOwnProperties().ToArray())
                {
                    if (key.IsString() && descriptor.Enumerable)
                    {
                        map[key.ToString()] = FromJs(((ObjectInstance)value).Get(key), depth + 1, ref left);
                    }
                }

                return map;
        }
    }

    /// <summary>A value as the engine's own.</summary>
    public JsValue ToJs(object? value) => value switch
    {
        null => JsValue.Null,
        ScriptFunction => JsValue.Undefined,
        string text => new JsString(text),
        bool flag => flag ? JsBoolean.True : JsBoolean.False,
        int number => JsNumber.Create(number),
        long number => JsNumber.Create(number),
        double number => JsNumber.Create(number),
        DateTimeOffset date => new JsDate(engine, date),
        LiquidPage page => _made.GetValue(page, _ => Remember(Page(page), page)),
        CollectionItem item => _made.GetValue(item, _ => Remember(Item(item), item)),
        IReadOnlyDictionary<string, object?> map => _made.GetValue(map, _ => Remember(Map(map), map)),
        IReadOnlyList<object?> list => _made.GetValue(list, _ => Frozen(Copy(list))),
        _ => new JsString(value.ToString() ?? ""),
    };

    private JsObject NewObject() => new(engine);

    private JsObject Remember(JsObject made, object origin)
    {
        _origins.Add(made, origin);
        return made;
    }

    private JsObject Map(IReadOnlyDictionary<string, object?> map) => Make(map.Select(pair => (pair.Key, ToJs(pair.Value))));

    private JsObject Page(LiquidPage page) => Make(Describe(page));

    private IEnumerable<(string, JsValue)> Describe(LiquidPage page) =>
    [
        ("url", page.Url is null ? JsBoolean.False : new JsString(page.Url)), ("date", ToJs(page.Date)), ("fileSlug", ToJs(page.FileSlug)),
        ("inputPath", ToJs(page.InputPath)), ("filePathStem", ToJs(page.FilePathStem)), ("lang", ToJs(page.Lang)), ("outputFileExtension", ToJs("html")), ("outputPath", page.OutputPath is null ? JsBoolean.False : new JsString(page.OutputPath)),
    ];

    private JsObject Item(CollectionItem item) => Make(
        [.. Describe(item.Page), ("page", ToJs(item.Page)), ("data", Make([.. item.Data.Select(pair => (pair.Key, ToJs(pair.Value))), ("page", ToJs(item.Page))]))]);

    private JsObject Make(IEnumerable<(string Key, JsValue Value)> entries)
    {
        var made = NewObject();
        foreach (var (key, value) in entries)
        {
            made.FastSetProperty(key, new PropertyDescriptor(value, PropertyFlag.OnlyEnumerable));
        }

        made.PreventExtensions();
        return made;
    }

    private ObjectInstance Frozen(ObjectInstance array) => (ObjectInstance)engine.Invoke(engine.Intrinsics.Object.Get("freeze"), engine.Intrinsics.Object, [array]);
}
