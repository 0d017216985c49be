using System.Text.Json;
using PlansWeb.Content.Checks;
using PlansWeb.Content.Files;
using PlansWeb.Content.Files.Git;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;

namespace PlansWeb.Commands;

/// <summary>The addresses that a site had before: of a revision of its repository, or as the running site lists them.</summary>
internal static class EarlierSite
{
    // Far beyond any site: the file is kept in memory.
    private const long MostBytes = 256L * 1024 * 1024;

    /// <summary>Reads a list that a site gave at <c>/api/addresses.json</c>.</summary>
    /// <exception cref="UsageException">The file cannot be read, or is no such list.</exception>
    public static IReadOnlyList<KnownAddress> Read(string file)
    {
        try
        {
            return new FileInfo(file) is { Exists: true, Length: <= MostBytes } ? KnownAddress.Read(File.ReadAllBytes(file))
                : throw new UsageException($"Le fichier «\u00a0{file}\u00a0» n’existe pas, ou est trop grand.");
        }
        catch (JsonException fault)
        {
            throw new UsageException($"«\u00a0{file}\u00a0» n’est pas une liste d’adresses du site, comme celle de /api/addresses.json\u00a0: {fault.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Le fichier «\u00a0{file}\u00a0» ne peut pas être lu\u00a0: {exception.Message}");
        }
    }

    /// <summary>
    /// Loads the content as a revision has it, and lists what was public then. What a window of publication has closed since by itself is left out.
    /// </summary>
    /// <param name="since"><c>REV</c> or <c>REV:PATH</c>, as Git writes it; the path is the content folder's then, from the top of the repository.</param>
    /// <param name="folder">The content folder as it is.</param>
    /// <param name="services">The rooms that read content.</param>
    /// <exception cref="UsageException">There is no repository, no such revision, or no such folder in it.</exception>
    public static IReadOnlyList<KnownAddress> At(string since, string folder, IServiceProvider services)
    {
        var colon = since.IndexOf(':', StringComparison.Ordinal);
        var revision = colon < 0 ? since : since[..colon];
        if (revision.Length == 0)
        {
            throw new UsageException("Donnez une révision\u00a0: --since main, --since HEAD~3, --since v1:contenus.");
        }

        var real = RealPath.Of(folder) ?? folder;
        var repository = GitRepository.Find(real, out var fault) ?? throw new UsageException(Explain(fault, folder));
        var below = colon < 0 ? repository.Below : since[(colon + 1)..].Trim('/');
        var temporary = Directory.CreateTempSubdirectory("plansweb-since-").FullName;
        try
        {
            // The folder's name counts: its data file bears it.
            var tree = Path.Join(temporary, Path.GetFileName(repository.Below.Length == 0 ? real : real[..^(repository.Below.Length + 1)]) is { Length: > 0 } name ? name : "contenu");
            var time = GitTree.Write(repository, revision, tree, out fault);
            if (time is null)
            {
                throw new UsageException(fault is GitFault.None
                    ? $"La révision «\u00a0{revision}\u00a0» n’existe pas dans le dépôt de «\u00a0{folder}\u00a0». Un clone superficiel n’a pas tout l’historique\u00a0: «\u00a0git fetch --unshallow\u00a0», ou «\u00a0fetch-depth: 0\u00a0» dans l’intégration continue."
                    : Explain(fault, folder));
            }

            var content = Path.GetFullPath(Path.Join(tree, below));
            return (content + "/").StartsWith(tree + "/", StringComparison.Ordinal) && Directory.Exists(content)
                ? Load(content, time.Value, services)
                : throw new UsageException($"Le dossier «\u00a0{below}\u00a0» n’était pas dans le dépôt à la révision «\u00a0{revision}\u00a0»\u00a0: dites où était le contenu, --since {revision}:CHEMIN.");
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    private static KnownAddress[] Load(string folder, DateTimeOffset time, IServiceProvider services)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var loader = new ContentLoader(services.GetRequiredService<Microsoft.Extensions.Options.IOptions<ContentOptions>>().Value, clock);
        var content = loader.Load(folder);
        ISnapshotPart[] parts = [.. services.GetServices<ISnapshotPart>()];
        var then = Snapshot.Create(content, parts, time);
        var today = Snapshot.Create(content, parts, clock.GetUtcNow());
        var anchors = PageLinks.Anchors(then, loader.Root);
        return
        [
            .. KnownAddress.Of(then).Where(known => LostAddresses.IsAnswered(today, known.Url)).Select(known => known.Kind == AddressKind.Page ? known with { Anchors = [.. anchors[known.Url]] } : known),
        ];
    }

    private static string Explain(GitFault fault, string folder) => fault switch
    {
        GitFault.NoRepository => $"Le dossier «\u00a0{folder}\u00a0» n’est pas dans un dépôt Git\u00a0: --since compare avec une révision d’un dépôt. Sans dépôt, prenez --addresses et la liste /api/addresses.json du site.",
        GitFault.Refused => "Le dépôt Git renvoie à des fichiers qui ne sont pas les siens (lien, «\u00a0include\u00a0», «\u00a0alternates\u00a0», «\u00a0.git\u00a0» déplacé)\u00a0: clonez-le en entier, sans «\u00a0--shared\u00a0» ni «\u00a0--reference\u00a0».",
        GitFault.Shallow => "L’historique Git n’est pas complet (clone superficiel)\u00a0: «\u00a0git fetch --unshallow\u00a0», ou «\u00a0fetch-depth: 0\u00a0» dans l’intégration continue.",
        GitFault.NoLibrary => "La bibliothèque qui lit l’historique Git manque sur cette machine.",
        _ => "Le dépôt Git ne peut pas être lu\u00a0: vérifiez ses droits d’accès, le nom de la révision, et l’état du dépôt avec «\u00a0git fsck\u00a0».",
    };
}
