using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlansWeb.Declarations;

/// <summary>Reads the data files of this folder, which are part of the program: what the tests prove belongs to the code, not to the content.</summary>
internal static class DeclarationData
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The topics of a framework.</summary>
    /// <param name="name">Name of the file, without its extension.</param>
    /// <exception cref="InvalidOperationException">The file cannot be read: the message has its name and line.</exception>
    public static IReadOnlyList<Topic<TCriterion>> Read<TCriterion>(string name)
    {
        using var file = typeof(DeclarationData).Assembly.GetManifestResourceStream($"PlansWeb.Declarations.{name}.json")
            ?? throw new InvalidOperationException($"{name}.json is not part of the program.");
        try
        {
            return JsonSerializer.Deserialize<Framework<TCriterion>>(file, s_options)!.Topics;
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"src/PlansWeb/Declarations/{name}.json, line {exception.LineNumber + 1}: {exception.Message}", exception);
        }
    }

    private sealed record Framework<TCriterion>(IReadOnlyList<Topic<TCriterion>> Topics);
}
