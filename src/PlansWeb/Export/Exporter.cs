using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Net.Http.Headers;
using PlansWeb.Caching;
using PlansWeb.Commands;
using PlansWeb.Content;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Feeds;
using PlansWeb.Images;
using PlansWeb.Pages;
using PlansWeb.Pages.Weight;

namespace PlansWeb.Export;

/// <summary>Writes the site as files: asks the site itself, in this process, for each of its public addresses, and keeps what it answers.</summary>
internal sealed class Exporter(WebApplication site, InProcessServer server, ExportFolder folder, bool isSmallest, Terminal terminal)
{
    private const int BetweenProgress = 1_000;

    private static readonly (ContentCoding Coding, string Extension)[] s_codings = [(ContentCoding.Brotli, ".br"), (ContentCoding.Gzip, ".gz")];

    private readonly PageWeigher _weigher = site.Services.GetRequiredService<PageWeigher>();
    private readonly Snapshot _snapshot = site.Services.GetRequiredService<PageStore>().Current;
    private readonly AnswerKeys _keys = new(site.Services.GetRequiredService<PageStore>().Current, site.Services, isSmallest);
    private readonly ConcurrentDictionary<ExportedAddress, IReadOnlyDictionary<string, string>> _answers = new();
    private int _asked;
    private int _kept;

    /// <summary>Makes the site whose pages are for an export: it listens nowhere, watches nothing, and prepares nothing for readers.</summary>
    /// <returns><see langword="null"/> where a setting cannot be right, which was said on standard error then.</returns>
    public static (WebApplication Site, InProcessServer Server)? CreateSite(IEnumerable<string> settings)
    {
        var server = new InProcessServer();

        // Files are for readers, whoever writes them: what Development adds to pages, and the drafts that it shows, are not for them.
        string[] args = [.. settings, "--environment=Production", "--Content:Check=false", "--Content:Watch=off", "--AllowedHosts=*", "--Limits:SearchesPerSecond=10000", "--Logging:LogLevel:Default=Warning"];
        var site = Program.Create(args, services =>
        {
            services.RemoveAll<IServer>().AddSingleton<IServer>(server);
            services.RemoveAll<ViewLinks>().AddSingleton(new ViewLinks(isStatic: true));
            services.Configure<ContentOptions>(static options => options.IsRenderedAhead = false);
            services.Remove(services.First(static service => service.ImplementationType == typeof(Hosting.StartReport)));
        });
        return site is null ? null : (site, server);
    }

    /// <summary>Exports the current snapshot.</summary>
    /// <exception cref="InvalidOperationException">The site did not answer an address as it should. The folder is as before.</exception>
    /// <exception cref="UsageException">A file cannot be written. The folder is as before.</exception>
    /// <exception cref="OperationCanceledException">The program was told to end. The folder is as before.</exception>
    public async Task Run()
    {
        var snapshot = _snapshot;
        if (!snapshot.IsLoaded || (snapshot.Pages.Count == 0 && snapshot.Redirects.Count == 0))
        {
            throw new UsageException("Le contenu n’a aucune page à exporter.");
        }

        await Images(snapshot);
        KnowTexts();
        var addresses = PublicAddresses.Of(snapshot, site.Services.GetRequiredService<EndpointDataSource>()).ToArray();
        RefuseClashes(addresses);
        await Parallel.ForEachAsync(addresses, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = site.Lifetime.ApplicationStopping }, async (address, _) =>
        {
            await Export(address);
            if (Interlocked.Increment(ref _asked) is var asked && (asked % BetweenProgress == 0 || asked == addresses.Length))
            {
                lock (terminal)
                {
                    terminal.Error.WriteLine(string.Create(CultureInfo.GetCultureInfo("fr-FR"), $"{asked:N0} adresses sur {addresses.Length:N0}"));
                    terminal.Error.Flush();
                }
            }
        });
        if (!ReferenceEquals(snapshot, site.Services.GetRequiredService<PageStore>().Current))
        {
            throw new InvalidOperationException("une publication a commencé ou fini pendant l’export");
        }

        var rules = new HostingRules(snapshot, [.. addresses.Where(_answers.ContainsKey).Select(address => (address, _answers[address]))]);
        Put("_redirects", rules.RedirectsFile());
        Put("_headers", rules.HeadersFile());
        Put(".nojekyll", "");
        Put(ExportFolder.Private + "/nginx-http.conf", rules.NginxMaps());
        Put(ExportFolder.Private + "/nginx-server.conf", rules.NginxServer());
        var (written, removed) = folder.Apply();
        terminal.Output.WriteLine(string.Create(CultureInfo.GetCultureInfo("fr-FR"), $"Export terminé\u00a0: {_answers.Count:N0} adresses, dont {_kept:N0} reprises telles quelles, {written:N0} fichiers écrits, {removed:N0} retirés."));
        if (snapshot.ValidUntil != DateTimeOffset.MaxValue)
        {
            terminal.Error.WriteLine($"Attention\u00a0: une publication commence ou finit le {French.DateAndTime(snapshot.ValidUntil)} (heure de Paris). Cet export est faux à partir de là\u00a0: refaites-le alors.");
        }
    }

    private void Put(string file, string text) => folder.Put(file, Encoding.UTF8.GetBytes(text));

    private async Task Export(ExportedAddress address)
    {
        var key = _keys.Of(address);
        if (key is not null && folder.KeepAnswer(address.File, key) is { } kept)
        {
            _answers[address] = kept;
            Interlocked.Increment(ref _kept);
            return;
        }

        var answer = await server.Ask(address.Target, accept: address.Accept, method: address.Source is null ? "GET" : "HEAD");
        if (address.IsOptional && answer.Status == StatusCodes.Status404NotFound)
        {
            return;
        }

        if (answer.Status != address.Status || (address.Source is { } known && answer.Headers.ETag != known.ETag))
        {
            throw new InvalidOperationException($"{address.Target} répond {answer.Status}, ou a changé pendant l’export");
        }

        _answers[address] = folder.Note(address.File, key, HostingRules.HeadersOf(answer.Headers));
        if (address.Source is { } source)
        {
            if (!folder.Keep(address.File, source.ETag))
            {
                folder.Copy(address.File, source.PhysicalPath, source.ETag);
            }

            return;
        }

        if (answer.IsUncoded)
        {
            Put(address, answer.Body);
            return;
        }

        // A static file: its smaller copies were made with the program.
        folder.Put(address.File, answer.Body.Span);
        if (answer.Headers.Vary.ToString().Contains(HeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase))
        {
            foreach (var (coding, extension) in s_codings)
            {
                var coded = await server.Ask(address.Target, AcceptedCoding.Name(coding), address.Accept);
                if (coded.Headers.ContentEncoding == AcceptedCoding.Name(coding))
                {
                    folder.Put(address.File + extension, coded.Body.Span);
                }
            }
        }
    }

    // Rendered once for all codings. In each the page names its weight in that one, as the live site's does.
    private void Put(ExportedAddress address, ReadOnlyMemory<byte> page)
    {
        var path = Uri.UnescapeDataString(address.Target.Split('?')[0]);
        var hash = ExportFolder.StateOf(page.Span);
        foreach (var (coding, extension) in s_codings.Prepend((ContentCoding.Identity, "")))
        {
            if (page.IsEmpty && coding != ContentCoding.Identity)
            {
                break;
            }

            var around = _weigher.Around(page.Span, path, _snapshot, AcceptedCoding.Name(coding));
            var isSmaller = isSmallest && coding == ContentCoding.Brotli;
            var state = string.Create(CultureInfo.InvariantCulture, $"{hash}-{around}{(isSmaller ? "-11" : "")}");
            if (!folder.Keep(address.File + extension, state))
            {
                var bytes = PageEncoder.Encode(page, around, coding);
                folder.Put(address.File + extension, (isSmaller ? PageEncoder.EncodeSmallest(page, around, bytes.Length) : bytes).Span, state);
            }
        }
    }

    // Two documents name something of each text: of pages that are as they were, the last export's name it already.
    private void KnowTexts()
    {
        if (LastTexts.Read(folder, site.Services.GetRequiredService<SiteAddress>()) is { } last)
        {
            // Each of the two documents asks for every page.
            var known = new ConcurrentDictionary<string, PageText?>(StringComparer.Ordinal);
            site.Services.GetRequiredService<PageTexts>().Known = page => known.GetOrAdd(page.Url, _ =>
                _keys.Of(PublicAddresses.Page(page)) is { } key && folder.IsSame(PublicAddresses.FileOf(page.Url), key) ? last.Of(page) : null);
        }
    }

    private async Task Images(Snapshot snapshot)
    {
        if (snapshot.Images.Count == 0)
        {
            return;
        }

        var queue = site.Services.GetRequiredService<ImageQueue>();
        var rested = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Rested += () => rested.TrySetResult();
        if (!queue.IsIdle)
        {
            terminal.Error.WriteLine("Images en versions plus petites…");
            terminal.Error.Flush();
            await rested.Task;
        }
    }

    // Two addresses in one file, or a file where another address needs a folder.
    private static void RefuseClashes(ExportedAddress[] addresses)
    {
        var files = new Dictionary<string, ExportedAddress>(StringComparer.Ordinal);
        foreach (var address in addresses.Where(static address => !address.IsOptional))
        {
            if (!ExportFolder.IsSafe(address.File) || !files.TryAdd(address.File, address))
            {
                throw new UsageException($"L’adresse «\u00a0{address.Target}\u00a0» ne peut pas être un fichier, ou le fichier d’une autre\u00a0: donnez une autre adresse à sa page (permalink).");
            }
        }

        foreach (var address in files.Values)
        {
            foreach (var above in ExportFolder.FoldersOf(address.File))
            {
                if (files.TryGetValue(above, out var other))
                {
                    throw new UsageException($"Les adresses «\u00a0{other.Target}\u00a0» et «\u00a0{address.Target}\u00a0» ne peuvent pas être des fichiers ensemble\u00a0: donnez une autre adresse à l’une des pages (permalink).");
                }
            }
        }
    }
}
