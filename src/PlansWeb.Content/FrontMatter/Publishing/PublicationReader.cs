using System.Text;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.FrontMatter.Publishing;

/// <summary>
/// Reads what a page's data says of when and where it is public. What can hide a page and cannot be read hides it: text that everybody reads
/// cannot be taken back, a page that is missing is found at once.
/// </summary>
/// <param name="data">The data of the page after the cascade.</param>
/// <param name="problems">Where problems are reported.</param>
internal sealed class PublicationReader(DataMap data, DiagnosticLog problems)
{
    /// <summary>Reads the four keys.</summary>
    public Publication Read()
    {
        if (!HidingKeys.Names.Any(data.Entries.ContainsKey))
        {
            return Publication.Always;
        }

        var isDraft = Flag(HidingKeys.Draft);
        var isUnlisted = Flag(HidingKeys.Unlisted);
        var from = Window(HidingKeys.PublishDate, ref isDraft);
        var until = Window(HidingKeys.ExpiryDate, ref isDraft);
        var publication = new Publication(isDraft, isUnlisted, from?.Opening, until?.Closing);
        if (publication is { From: { } opens, Until: { } closes } && closes <= opens)
        {
            problems.ReportAt(DiagnosticRules.ContradictoryDates, data[HidingKeys.ExpiryDate]!.Position,
                $"La page n’est jamais publique\u00a0: « {HidingKeys.ExpiryDate} » ({until!.Value.Iso}) n’est pas après « {HidingKeys.PublishDate} » ({from!.Value.Iso}).",
                $"Écrivez dans « {HidingKeys.ExpiryDate} » un jour qui vient après « {HidingKeys.PublishDate} », ou retirez l’une des deux lignes.");
        }

        return publication == Publication.Always ? Publication.Always : publication;
    }

    private bool Flag(string key)
    {
        if (data[key] is not { } node)
        {
            return false;
        }

        if (Answer.Of(node) is { } isYes)
        {
            return isYes;
        }

        problems.ReportAt(DiagnosticRules.WrongType, node.Position,
            $"« {key} » doit valoir true ou false ; par prudence, la page est traitée comme si c’était true.",
            $"Écrivez « {key}: true » ou « {key}: false ».");
        return true;
    }

    private WrittenDate? Window(string key, ref bool isHidden)
    {
        if (data[key] is not { } node)
        {
            return null;
        }

        // No page was published in the year 226: a digit is missing. The first year of the calendar stands for « always » in other programs.
        if (node is DataScalar early and not { Value: null } && WrittenDate.Read(early.Text) is not { Local.Year: > 1 and < 1900 } && PageDates.Written(node, key, problems) is { } written)
        {
            return written;
        }

        // A list of one date is no date, but tells what was meant.
        isHidden = true;
        var text = node switch
        {
            DataScalar scalar => scalar.Text,
            DataList { Items: [DataScalar only] } => only.Text,
            _ => "",
        };
        var meant = WrittenDate.Read(text) ?? WrittenDate.Guess(text);
        var what = node is DataScalar && text.Trim().Length > 0 ? $"« {text} » n’est pas une date que le site sait lire" : $"La clé « {key} » n’a pas de date";
        problems.ReportAt(DiagnosticRules.ImpossibleDate, node.Position, $"{what}\u00a0: par prudence, la page reste cachée.",
            $"Écrivez « {key}: {meant?.Iso ?? "AAAA-MM-JJ"} »{(meant is null ? ", par exemple 2026-12-31" : "")}, ou retirez la ligne"
            + (key == HidingKeys.PublishDate ? " pour publier la page tout de suite." : " si la page doit rester en ligne."));
        return null;
    }
}

/// <summary>The words for yes and no.</summary>
internal static class Answer
{
    // Quotes of word processors, and what ends a sentence.
    private static readonly char[] s_around = [' ', '\t', '\r', '\u00A0', '\u202F', '"', '\'', '“', '”', '„', '«', '»', '‘', '’', '.', '!', '*', '_', '`', '\uFE0F'];

    /// <summary>Yes, no, or <see langword="null"/> for what is neither; an empty value is neither.</summary>
    public static bool? Of(DataNode node) => node is DataScalar scalar ? Of(scalar.Text) : null;

    /// <inheritdoc cref="Of(DataNode)"/>
    public static bool? Of(string text) => text.Normalize(NormalizationForm.FormKC).Trim(s_around).ToLowerInvariant() switch
    {
        "true" or "oui" or "yes" or "on" or "vrai" or "1" or "x" or "o" or "y" or "✓" or "✔" or "☑" or "✅" => true,
        "false" or "non" or "no" or "off" or "faux" or "0" or "n" or "✗" or "✘" or "❌" => false,
        _ => null,
    };
}
