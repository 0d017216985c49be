using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Hosting;

/// <summary>A site with secrets all around its pages, and its twin that nobody attacks. One page for each row of the table.</summary>
public sealed class HostileSite : IDisposable
{
    /// <summary>Stands in everything that is not public.</summary>
    public const string Secret = "SECRET-7f3a";

    private readonly SiteBuilder _folder = new();
    private readonly DirectoryInfo _outside = Directory.CreateTempSubdirectory("plansweb-outside-");

    public HostileSite()
    {
        for (var i = 0; i < HostileRequestTests.Requests.Count; i++)
        {
            _folder.WithPage($"p{i}.md", $"title: Page {i}", $"Texte de la page {i}.");
        }

        var outside = Path.Combine(_outside.FullName, "secret.txt");
        File.WriteAllText(outside, Secret);
        File.WriteAllText(Path.Combine(_outside.FullName, "secret.md"), $"---\ntitle: {Secret}\n---\n{Secret}\n");
        _folder.With("_data/site.yaml", $"cle: {Secret}").With("_includes/base.njk", Secret).With(".git/config", Secret).With(".env", Secret)
            .With(".well-known/secret.txt", Secret).With("rubrique/rubrique.json", $"{{\"cle\": \"{Secret}\"}}").With("rubrique/rubrique.11tydata.js", Secret)
            .With("rubrique/_brouillons/note.txt", Secret).With("programme.exe", Secret).With("p0.md~", Secret).With("p0.md.bak", Secret).With("page.html", Secret)
            .With("node_modules/a/a.json", Secret).With("a.php", Secret).With("note.txt", "Une note publique.");
        File.CreateSymbolicLink(Path.Combine(_folder.Root, "lien.txt"), outside);
        File.CreateSymbolicLink(Path.Combine(_folder.Root, "lien-page.md"), Path.Combine(_outside.FullName, "secret.md"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Root, "lien-dossier"), _outside.FullName);
        File.CreateSymbolicLink(Path.Combine(_folder.Root, "lien-relatif.txt"), Path.Combine("..", _outside.Name, "secret.txt"));
        File.CreateSymbolicLink(Path.Combine(_folder.Root, "lien-systeme.txt"), "/etc/passwd");
        Attacked = new SocketSite(_folder.Root);
        Twin = new SocketSite(_folder.Root);
    }

    /// <summary>The site that takes the table.</summary>
    public SocketSite Attacked { get; }

    /// <summary>The same site, asked by polite clients alone.</summary>
    public SocketSite Twin { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Attacked.Dispose();
        Twin.Dispose();
        _folder.Dispose();
        _outside.Delete(recursive: true);
    }
}
