using System.Globalization;
using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Content.Files;

/// <summary>What is wrong with the bytes of a text file, and where.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Offset">Offset of the first byte concerned, from 0.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
internal sealed record EncodingFault(EncodingFaultKind Kind, int Offset, int Line, int Column)
{
    private const string Advice = "Enregistrez le fichier en UTF-8 («\u00A0Enregistrer sous\u00A0», puis encodage «\u00A0UTF-8\u00A0»).";

    /// <summary>Reports the fault.</summary>
    public void ReportTo(ProblemLog problems)
    {
        var offset = Offset.ToString(CultureInfo.InvariantCulture);
        var message = Kind switch
        {
            EncodingFaultKind.Utf16 => "Le fichier est encodé en UTF-16, et non en UTF-8\u00A0; il a pu être lu.",
            EncodingFaultKind.Windows1252 => $"Le fichier est encodé en Windows-1252, et non en UTF-8 (premier octet concerné\u00A0: {offset})\u00A0; il a pu être lu.",
            EncodingFaultKind.Mixed => $"Des caractères ne sont pas encodés en UTF-8 comme le reste du fichier (premier octet concerné\u00A0: {offset})\u00A0; vérifiez les accents.",
            _ => $"Le fichier contient des octets nuls (premier octet concerné\u00A0: {offset})\u00A0: ce n’est pas un fichier de texte, ou il est encodé en UTF-16 ou UTF-32. Il n’est pas lu.",
        };
        problems.Report(ProblemRules.Encoding, Line, Column, message, Advice);
    }
}
