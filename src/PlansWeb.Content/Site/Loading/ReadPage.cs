using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Files;

namespace PlansWeb.Content.Site.Loading;

/// <summary>What reading a Markdown file gave.</summary>
/// <param name="Entry">The file as it was listed when it was read.</param>
/// <param name="Source">The file, split; <see langword="null"/> where it could not be read as text.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Hash">SHA-256 of its bytes; empty where they could not be read.</param>
internal sealed record ReadPage(FolderEntry Entry, PageSource? Source, IReadOnlyList<Problem> Problems, byte[] Hash)
{
    /// <summary>SHA-256 of the bytes that <see cref="Source"/> was made of: not this file's where an older version is kept.</summary>
    public byte[] ServedHash { get; init; } = Hash;

    /// <summary>
    /// Front matter of which lines were lost, or a conflict of Git: not what its writer wants to publish. Where it may hide the page, it counts
    /// all the same.
    /// </summary>
    public bool IsDamaged { get; init; }

    /// <summary>
    /// A file that is being copied, or was saved by a program that empties it first, is empty or broken for a moment: what was good stays.
    /// </summary>
    /// <param name="last">What the load before had of this file.</param>
    public ReadPage OrLastGood(ReadPage last)
    {
        var isBroken = Source is null || Entry.Length == 0 || IsDamaged;
        return !isBroken || last.Source is null || (IsDamaged && last.IsDamaged) || ReferenceEquals(last.Source, Source) ? this : this with
        {
            Source = last.Source,
            ServedHash = last.ServedHash,
            IsDamaged = false,
            Problems =
            [
                .. Problems,
                new Problem(ProblemRules.LastGood, Entry.Path, 0, 0,
                    "Le fichier est vide ou illisible : la dernière version lue reste en ligne.",
                    "Enregistrez-le de nouveau ; pour retirer la page, supprimez le fichier."),
            ],
        };
    }
}
