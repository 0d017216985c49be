using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PlansWeb.Content.Files;

namespace PlansWeb.Content.History;

/// <summary>What became of a page.</summary>
internal enum ChangeKind
{
    /// <summary>It came, or came back.</summary>
    Published,

    /// <summary>Its text changed.</summary>
    Changed,

    /// <summary>It stands at another address now; its text may have changed too.</summary>
    Moved,

    /// <summary>It went; where an action is named, that went from the register, and the page is still there.</summary>
    Withdrawn,

    /// <summary>What the register says of one of its actions was corrected or taken back.</summary>
    Reading,
}

/// <summary>A page as readers saw it.</summary>
/// <param name="Url">Its decoded address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its words, a line for each block.</param>
internal sealed record RecordedPage(string Url, string Title, string Text)
{
    /// <summary>What its front matter said of its changes.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>What the register said of an action at a date; or, without a date, what it called it.</summary>
/// <param name="Action">The action's id.</param>
/// <param name="Date">The date, as precise as it is known (ISO 8601); empty for the action itself.</param>
/// <param name="Text">What was said, and who said so; of the action itself, its title.</param>
internal sealed record RecordedReading(string Action, string Date, string Text)
{
    /// <summary>Of the action itself, the decoded address of its administration's page.</summary>
    public string? Url { get; init; }
}

/// <summary>A change that readers could see.</summary>
/// <param name="Url">The page's decoded address at that time.</param>
/// <param name="Date">The day on which it was noticed.</param>
/// <param name="Kind">What became of the page.</param>
/// <param name="Title">The page's title; of a reading, its action's.</param>
internal sealed record RecordedChange(string Url, DateOnly Date, ChangeKind Kind, string Title)
{
    /// <summary>The address that the page moved from, decoded.</summary>
    public string? From { get; init; }

    /// <summary>The action of the register that changed.</summary>
    public string? Action { get; init; }

    /// <summary>The action that went from the register; <see langword="null"/> for any other change.</summary>
    [JsonIgnore]
    public string? GoneAction => Kind == ChangeKind.Withdrawn ? Action : null;

    /// <summary>What the page's writers said of it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>
    /// The places where the text changed. Each is a list of parts, whose first character tells what they are: <c>=</c> words around, <c>-</c> words that went,
    /// <c>+</c> words that came. An empty list is a place that was taken out of the history.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Passages { get; init; } = [];

    /// <summary>How much it takes in a file, in characters, nearly.</summary>
    [JsonIgnore]
    public int Length => 150 + Url.Length + Title.Length + Notes.Sum(static note => note.Length + 3) + Passages.Sum(static passage => 3 + passage.Sum(static part => part.Length + 3));

    /// <summary>There was more than is kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCut { get; init; }
}

/// <summary>The form of the files in <c>_history/</c>: one JSON object a line, so that a version control system shows each by itself.</summary>
internal static class HistoryFiles
{
    /// <summary>The pages of the last run.</summary>
    public const string Pages = "pages.jsonl";

    /// <summary>The readings of the last run.</summary>
    public const string Readings = "readings.jsonl";

    /// <summary>What changed: the one file of the folder that the site reads.</summary>
    public const string Changes = ContentFolder.ChangesName;

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Writes entries.</summary>
    public static string Write<T>(IEnumerable<T> entries) => string.Concat(entries.Select(static entry => JsonSerializer.Serialize(entry, s_options) + "\n"));

    /// <summary>Reads entries; empty lines count for nothing.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="unreadable">Told the number of each line, from 1, that is no entry.</param>
    public static IReadOnlyList<T> Read<T>(string text, Action<int> unreadable)
        where T : class
    {
        var entries = new List<T>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Parse<T>(line) is { } entry && IsWhole(entry))
            {
                entries.Add(entry);
            }
            else
            {
                unreadable(number);
            }
        }

        return entries;
    }

    private static T? Parse<T>(string line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, s_options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The serializer looks into no list.
    private static bool IsWhole(object entry) => entry switch
    {
        RecordedPage page => page.Url.StartsWith('/') && page.Notes.All(static note => note is not null),
        RecordedChange change => change.Url.StartsWith('/') && change.Notes.All(static note => note is not null)
            && change.Passages.All(static passage => passage is not null && passage.All(static part => part is ['=' or '-' or '+', ..])),
        _ => true,
    };
}
