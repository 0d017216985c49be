using System.Runtime.CompilerServices;
using Xunit.v3;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>A test that proves criteria of the RGAA 4.1: its name begins with their numbers, and they are its traits.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RgaaFactAttribute : FactAttribute, ITraitAttribute
{
    /// <summary>Marks a test.</summary>
    /// <param name="numbers">The numbers of the criteria, with spaces between them: <c>8.3 8.4</c>.</param>
    /// <param name="test">Given by the compiler.</param>
    /// <param name="file">Given by the compiler.</param>
    /// <param name="line">Given by the compiler.</param>
    public RgaaFactAttribute(string numbers, [CallerMemberName] string test = "", [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(file, line)
    {
        Numbers = numbers.Split(' ');
        DisplayName = $"RGAA {string.Join(", ", Numbers)}: {Path.GetFileNameWithoutExtension(file)}.{test}";
    }

    /// <summary>The criteria.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [.. Numbers.Select(static number => KeyValuePair.Create("RGAA", number))];
}
