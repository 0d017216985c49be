using System.Runtime.CompilerServices;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;
using PlansWeb.Content.Templates.Liquid;
using JsNumber = Jint.Native.JsNumber;

namespace PlansWeb.Content.Templates;

/// <summary>
/// Hands data over to an engine as its own objects: copies, so that no script holds anything of .NET. Lists and maps are frozen and made once for all
/// pages of a load that name them.
/// </summary>
internal sealed class ScriptValues(Engine engine)
{
    private readonly ConditionalWeakTable<object, ObjectInstance> _made = [];

    /// <summary>What a template may name: the data's keys, <c>page</c> and <c>collections</c>.</summary>
    public ObjectInstance Context(LiquidContext context)
    {
        var all = NewObject();
        foreach (var (key, value) in context.Data)
        {
            all.FastSetDataProperty(key, ToJs(value));
        }

        var collections = NewObject();
        foreach (var (name, items) in context.Collections)
        {
            // Scripts sort and reverse collections where they stand: each page has lists of its own.
            var shared = _made.GetValue(items, _ => Array(items));
            collections.FastSetDataProperty(name, engine.Invoke(shared.Get("slice"), shared, []));
        }

        all.FastSetDataProperty("collections", collections);
        all.FastSetDataProperty("page", ToJs(context.Page));
        return all;
    }

    private JsValue ToJs(object? value) => value switch
    {
        null => JsValue.Null,
        ScriptFunction => JsValue.Undefined,
        string text => new JsString(text),
        bool flag => flag ? JsBoolean.True : JsBoolean.False,
        int number => JsNumber.Create(number),
        long number => JsNumber.Create(number),
        double number => JsNumber.Create(number),
        DateTimeOffset date => new JsDate(engine, date),
        LiquidPage page => _made.GetValue(page, _ => Page(page)),
        CollectionItem item => _made.GetValue(item, _ => Item(item)),
        IReadOnlyDictionary<string, object?> map => _made.GetValue(map, _ => Map(map)),
        IReadOnlyList<object?> list => _made.GetValue(list, _ => Array(list)),
        _ => new JsString(value.ToString() ?? ""),
    };

    private JsObject NewObject() => new(engine);

    private ObjectInstance Array(IReadOnlyList<object?> list) => Frozen(new JsArray(engine, [.. list.Select(ToJs)]));

    private JsObject Map(IReadOnlyDictionary<string, object?> map) => Make(map.Select(pair => (pair.Key, ToJs(pair.Value))));

    private JsObject Page(LiquidPage page) => Make(Describe(page));

    private IEnumerable<(string, JsValue)> Describe(LiquidPage page) =>
    [
        ("url", page.Url is null ? JsBoolean.False : new JsString(page.Url)), ("date", ToJs(page.Date)), ("fileSlug", ToJs(page.FileSlug)),
        ("inputPath", ToJs(page.InputPath)), ("filePathStem", ToJs(page.FilePathStem)), ("lang", ToJs(page.Lang)), ("outputFileExtension", ToJs("html")),
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
