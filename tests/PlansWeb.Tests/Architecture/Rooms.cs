using System.Reflection;
using System.Text.RegularExpressions;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Architecture;

/// <summary>The rooms of the site, and which may import which.</summary>
internal static partial class Rooms
{
    /// <summary>What each room may import; nothing else. A new room is written here first.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Imports = new Dictionary<string, string[]>
    {
        ["Store"] = [],
        ["Settings"] = [],
        ["Dsfr"] = [],
        ["Loading"] = ["Store", "Dsfr", "Settings"],
        ["Navigation"] = ["Store"],
        ["Search"] = ["Store"],
        ["Feeds"] = ["Store"],
        ["Preview"] = ["Store", "Settings"],
        ["Weight"] = ["Store"],
        ["Declarations"] = [],
        ["Plans"] = ["Store"],
        ["Images"] = ["Store"],
        ["Checking"] = ["Store", "Navigation", "Plans"],
        ["Commands"] = ["Store", "Loading", "Navigation", "Plans", "Checking", "Ops", "Preview"],
        ["Pages"] = ["Store", "Navigation", "Dsfr", "Search", "Feeds", "Declarations", "Weight", "Plans", "Images", "Settings"],
        ["Redaction"] = ["Store", "Loading", "Checking"],

        // A page prints its own weight: only the room that compresses it knows the bytes.
        ["Caching"] = ["Store", "Weight", "Settings"],
        ["Ops"] = ["Store", "Settings"],
    };

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The site's own source files, below the project's folder.</summary>
    public static string[] Sources { get; } =
    [
        .. Directory.EnumerateFiles(SourceFolder, "*.cs*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(SourceFolder, path).Replace('\\', '/'))
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    /// <summary>The project's folder.</summary>
    public static string SourceFolder => Path.Combine(Repository.Root, "src", "PlansWeb");

    /// <summary>The room of a type; compiled views belong to Pages. Empty for the root namespace, <see langword="null"/> for what is not the site's.</summary>
    public static string? Of(Type type)
    {
        if (type.Assembly != typeof(Texts).Assembly)
        {
            return null;
        }

        var space = type.Namespace ?? "";
        return space == "AspNetCoreGeneratedDocument" ? "Pages"
            : space == "PlansWeb" ? ""
            : space.StartsWith("PlansWeb.", StringComparison.Ordinal) ? space.Split('.')[1]
            : null;
    }

    /// <summary>What the compiled rooms import against the rules, as « room → room: type uses type ».</summary>
    public static IEnumerable<string> Violations(IEnumerable<Type> types) =>
        from type in types
        let room = Of(type)
        where room is not (null or "")
        from used in References(type).SelectMany(Parts).Distinct()
        let other = Of(used)
        where other is not (null or "") && other != room && !Imports.GetValueOrDefault(room, []).Contains(other)
        select $"{room} → {other}: {Name(type)} uses {Name(used)}";

    /// <summary>
    /// What a source file writes against the rules. Beside the compiled code, because the compiler copies constants and leaves no trace of where from.
    /// </summary>
    public static IEnumerable<string> Violations(string path, string source)
    {
        var room = path.Contains('/', StringComparison.Ordinal) ? path[..path.IndexOf('/', StringComparison.Ordinal)] : "";
        if (!Imports.TryGetValue(room, out var allowed))
        {
            yield break;
        }

        foreach (Match match in Qualified().Matches(Comments().Replace(source, " ")))
        {
            // `Navigation.Key` may be a property and its own; `Navigation.Section` is the room's.
            var other = match.Groups["room"].Value;
            var isName = match.Groups["root"].Length > 0 || match.Groups["name"].Captures.Any(part => s_typeNames.Contains((other, part.Value)));
            if (isName && other != room && Imports.ContainsKey(other) && !allowed.Contains(other))
            {
                yield return $"{room} → {other}: {path} writes {match.Value}";
            }
        }
    }

    private static readonly HashSet<(string Room, string Name)> s_typeNames =
        [.. typeof(Texts).Assembly.GetTypes().Select(type => (Of(type) ?? "", type.Name))];

    private static IEnumerable<Type> References(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetInterfaces(),
        .. type.GetGenericArguments().Where(argument => argument.IsGenericParameter).SelectMany(argument => argument.GetGenericParameterConstraints()),
        .. type.GetFields(Declared).Select(field => field.FieldType),
        .. type.GetCustomAttributesData().Concat(type.GetMembers(Declared).SelectMany(member => member.GetCustomAttributesData())).SelectMany(OfAttribute),
        .. type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)).SelectMany(MethodReferences.Of),
    ];

    private static IEnumerable<Type> OfAttribute(CustomAttributeData attribute) => attribute.ConstructorArguments
        .Concat(attribute.NamedArguments.Select(argument => argument.TypedValue)).Select(argument => argument.Value).OfType<Type>().Append(attribute.AttributeType);

    // `Dictionary<string, Page[]>` uses Page.
    private static IEnumerable<Type> Parts(Type type) => type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];

    private static string Name(Type type) => type.FullName ?? type.Name;

    [GeneratedRegex(@"(?<![\w.])(?<root>(?:global::)?PlansWeb\.)?(?<room>[A-Z]\w*)(?:\.(?<name>[A-Z]\w*))*")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comments();
}
