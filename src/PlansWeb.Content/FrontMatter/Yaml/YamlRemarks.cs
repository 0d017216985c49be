using System.Globalization;
using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.FrontMatter.Yaml;

/// <summary>
/// What the reader remarks on YAML that it could read. Only so many are kept: a file of a megabyte may repeat one oddity a hundred
/// thousand times, and its writer needs to be told a few times.
/// </summary>
internal sealed class YamlRemarks
{
    private const int Most = 100;

    private readonly List<Diagnostic> _findings = [];

    /// <summary>What was remarked, in order.</summary>
    public IReadOnlyList<Diagnostic> Findings => _findings;

    /// <summary>Whether another remark would be kept.</summary>
    public bool HasRoom => _findings.Count < Most;

    /// <summary>A key that stands twice. js-yaml refuses the whole text; here the first one counts, so that adding a line never hides another.</summary>
    public static Diagnostic Duplicate(string key, int firstLine, int line, int column) => Diagnostic.Here(
        DiagnosticRules.DuplicateKey,
        line,
        column,
        $"La clé {Wording.Quoted(key)} est écrite deux fois, lignes {firstLine} et {line}\u00A0; seule la première est lue.",
        $"Supprimez l’une des deux lignes, {firstLine} ou {line}.");

    /// <summary>Forgets what was remarked on a text that proved faulty further on.</summary>
    /// <param name="count">How many remarks to keep.</param>
    public void Forget(int count) => _findings.RemoveRange(count, _findings.Count - count);

    /// <summary>A key stands twice in one map.</summary>
    public void AddDuplicate(string key, int firstLine, int line, int column)
    {
        if (HasRoom)
        {
            _findings.Add(Duplicate(key, firstLine, line, column));
        }
    }

    /// <summary>A space stands before the colon of a key.</summary>
    public void AddSpaceBeforeColon(string key, int line, int column)
    {
        if (HasRoom)
        {
            _findings.Add(Diagnostic.Here(
                DiagnosticRules.SpaceBeforeColon, line, column, $"Une espace sépare la clé {Wording.Quoted(key)} de son «\u00A0:\u00A0»\u00A0; la clé est lue.", "Supprimez l’espace avant «\u00A0:\u00A0»."));
        }
    }

    /// <summary>A number is read in another base than ten.</summary>
    public void AddSurprise(ScalarSurprise surprise, string text, object? value, SourcePosition position)
    {
        if (!HasRoom)
        {
            return;
        }

        var read = string.Create(CultureInfo.InvariantCulture, $"{value}");
        var cause = surprise == ScalarSurprise.Octal
            ? "un zéro placé devant un nombre le fait lire en base\u00A08"
            : "des nombres séparés par «\u00A0:\u00A0» sont lus en base\u00A060";
        var advice = surprise == ScalarSurprise.Octal
            ? $"Écrivez le nombre sans zéro devant, ou mettez-le entre guillemets pour garder le texte\u00A0: \"{text}\"."
            : $"Mettez la valeur entre guillemets\u00A0: \"{text}\".";
        _findings.Add(Diagnostic.Here(
            DiagnosticRules.YamlAmbiguous, position.Line, position.Column, $"{Wording.Quoted(text)} est lu comme le nombre {read}\u00A0: {cause}.", advice));
    }
}
