using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Content.Navigation;
using PlansWeb.Content.Plans;
using PlansWeb.Content.Search;
using PlansWeb.Content.Site;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Site.Loading;

/// <summary>After any change, what was taken over from the load before is what a load of everything gives.</summary>
public sealed class IncrementalLoadTests : IDisposable
{
    private const int Edits = 150;
    private const int MostDepth = 5;

    private static ISnapshotPart[] Parts() =>
        [new NavigationBuilder(), new TranslationBuilder(), new SearchIndexBuilder(), new NearestPagesBuilder(), new PlanBookBuilder()];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly SiteBuilder _site = new();
    private readonly PageStore _store;
    private readonly ContentLoader _loader;

    public IncrementalLoadTests()
    {
        _store = new PageStore(Parts(), _clock);
        _loader = new ContentLoader(new ContentOptions(), _clock);
    }

    public void Dispose() => _site.Dispose();

    /// <param name="seed">Which edits; the same for the same number.</param>
    /// <param name="kinds">How many kinds of edits: the first ones change only what stands on a page, the last ones everything.</param>
    [Trait("Lane", "Whole")]
    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 9)]
    [InlineData(3, 9)]
    [InlineData(4, 15)]
    [InlineData(5, 15)]
    [InlineData(6, 15)]
    public void LoadChanges_AfterRandomEdits_GivesWhatALoadOfEverythingGives(int seed, int kinds)
    {
        var random = new Random(seed);
        var site = new WrittenSite(_site, random);
        _store.Publish(_loader.Load(_site.Root));
        for (var i = 0; i < Edits; i++)
        {
            var told = new List<string>();
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                told.AddRange(site.Edit(random.Next(kinds)).Select(path => Path.Combine(_site.Root, path)));
            }

            // What the system did not tell is found too, by looking at everything.
            if (_loader.LoadChanges(_site.Root, isThorough: random.Next(20) == 0, random.Next(10) == 0 ? null : told) is { } content)
            {
                _store.Publish(content);
            }

            var whole = Snapshot.Create(new ContentLoader(new ContentOptions(), _clock).Load(_site.Root), Parts(), _clock.GetUtcNow());
            Assert.Equal(Describe(whole), Describe(_store.Current));
        }
    }

    [Fact]
    public void LoadChanges_TextOfOnePage_TakesTheOtherPagesOver()
    {
        _site.WithPage("index.md", "title: Accueil").WithPage("a.md", "title: A\neleventyNavigation: {key: a}")
            .WithPage("b.md", "title: B\neleventyNavigation: {key: b, parent: a}");
        var before = _store.Publish(_loader.Load(_site.Root));
        _site.WithPage("b.md", "title: B\neleventyNavigation: {key: b, parent: a}", "Autre texte.");

        var after = _store.Publish(_loader.LoadChanges(_site.Root, isThorough: false, [Path.Combine(_site.Root, "b.md")])!);

        Assert.NotEqual(before.Version, after.Version);
        Assert.Same(before.Find("/a/"), after.Find("/a/"));
        var (old, now) = (before.Part<NavigationTree>().Roots[0].Children[0], after.Part<NavigationTree>().Roots[0].Children[0]);
        Assert.Same(before.Find("/b/"), old.Page);
        Assert.Same(after.Find("/b/"), now.Page);
        Assert.Contains("Autre texte", now.Page.Body.Value, StringComparison.Ordinal);
    }

    private static string Describe(Snapshot snapshot)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{snapshot.Version} {snapshot.ValidUntil:O}");
        text.AppendJoin('\n', snapshot.Problems).AppendLine();
        var tree = snapshot.Part<NavigationTree>();
        foreach (var page in snapshot.Pages)
        {
            Assert.Same(page, snapshot.Find(page.Url));
            var (previous, next) = tree.Neighbours(page);
            text.AppendLine(CultureInfo.InvariantCulture, $"""
                {page.SourcePath} {page.Url} {page.Title} {page.Date:O} {page.Layout} {page.Lang} {page.NoIndex} {page.IsListed} {string.Join(',', page.Tags)}
                {page.Navigation} {page.Publication} {string.Join(',', page.Data.Keys.Order(StringComparer.Ordinal))}
                {page.Body.Value}
                trail {string.Join(" / ", tree.Trail(page).Select(Step))} section {tree.SectionOf(page)?.Title} {Step(previous)} {Step(next)}
                below {string.Join(' ', tree.Branch(page).Select(entry => Own(entry.Page)))}
                translations {string.Join(' ', snapshot.Part<TranslationIndex>().Of(page).Select(Own))}
                plans {string.Join(' ', snapshot.Part<PlanBook>().Below(page).Select(plan => Own(plan.Page)))} {snapshot.FindAlike(page.Url.TrimEnd('/').ToUpperInvariant())}
                """);
        }

        text.AppendJoin('\n', snapshot.Listed.Select(Own)).AppendLine();
        text.AppendJoin('\n', snapshot.Hidden.Select(page => page.Url)).AppendLine();
        text.AppendJoin('\n', snapshot.Redirects).AppendLine();
        text.AppendJoin('\n', snapshot.Files.Select(file => file.Url + file.ETag)).AppendLine();
        text.AppendJoin('\n', snapshot.Part<NearestPages>().Find("/dossier/page-3-titre/").Select(Own)).AppendLine();
        Menu(tree.Roots, 0);
        return text.ToString();

        void Menu(IReadOnlyList<NavigationNode> nodes, int depth)
        {
            foreach (var node in depth < MostDepth ? nodes : [])
            {
                text.Append(' ', depth).AppendLine(CultureInfo.InvariantCulture, $"{node.Title} {node.Href} {node.Key} {node.Order} {Own(node.Page)}");
                Assert.Same(node, node.Key is null || tree.NodeOf(node.Page) is not { } own ? node : own);
                Menu(node.Children, depth + 1);
            }
        }

        string Step(TrailStep? step) => step is null ? "" : $"{step.Title} {step.Href} {Own(step.Page)}";

        // Nothing of an earlier snapshot may be left.
        string Own(ContentPage page)
        {
            Assert.True(page.Url.Length == 0 || ReferenceEquals(page, snapshot.Find(page.Url)), page.Url);
            return page.Url;
        }
    }

    // A site with a little of everything, and edits to it.
    private sealed class WrittenSite
    {
        private const int Pages = 24;

        private readonly SiteBuilder _site;
        private readonly Random _random;
        private readonly string?[] _frontMatter = new string?[Pages];

        public WrittenSite(SiteBuilder site, Random random)
        {
            _site = site;
            _random = random;
            site.With("dossier/dossier.yaml", "description: [a]\ntags: [notes]").With("_data/redirects.yaml", "/vieux/: /page-1/\n/page-2/: /page-3/")
                .With("_includes/simple.njk", "---\nlang: [a]\n---\n").With("a.png", TestImages.Png(3, 2)).WithPage("liste.md", "title: Liste", "{% for p in collections.notes %}{{ p.data.title }} {% endfor %}");
            for (var i = 0; i < Pages; i++)
            {
                Write(i, null);
            }
        }

        public string[] Edit(int kind)
        {
            var i = _random.Next(Pages);
            switch (kind)
            {
                // The first three change nothing but the text.
                case 0 or 1:
                    return Write(i, _frontMatter[i]);
                case 2:
                    _site.WithPage("liste.md", "title: Liste", $"{_random.Next()} {{% for p in collections.notes %}}{{{{ p.data.title }}}} {{% endfor %}}");
                    return ["liste.md"];
                case 3 or 4 or 5:
                    return Write(i, null);
                case 6:
                    return Write(i, _frontMatter[i] + "\naliases: /ancien-" + _random.Next(3));
                case 7:
                    return Write(i, _frontMatter[i] + "\ntranslationKey: t" + _random.Next(2) + "\nlang: " + (_random.Next(2) == 0 ? "en" : "fr"));
                case 8:
                    File.SetLastWriteTimeUtc(Path.Combine(_site.Root, File_(i)), DateTime.UnixEpoch.AddDays(_random.Next(1000)));
                    return [File_(i)];
                case 9:
                    return Write(i, _frontMatter[i] + "\npermalink: /page-" + _random.Next(Pages) + "/");
                case 10:
                    return Write(i, _frontMatter[i] + (_random.Next(2) == 0 ? "\ndraft: true" : "\npublishDate: 2026-06-01"));
                case 11:
                    _site.With("a.png", TestImages.Png(3, _random.Next(1, 5)));
                    return ["a.png"];
                case 12:
                    _site.With("dossier/dossier.yaml", "description: [a]\ntags: [notes]\nlang: " + (_random.Next(2) == 0 ? "en" : "fr"));
                    return ["dossier/dossier.yaml"];
                case 13:
                    _site.WithPage("dossier/neuf.md", "title: Neuf " + _random.Next(9));
                    return ["dossier/neuf.md"];
                default:
                    File.Delete(Path.Combine(_site.Root, "dossier/neuf.md"));
                    return ["dossier/neuf.md"];
            }
        }

        private static string File_(int i) => (i % 3 == 0 ? "dossier/" : "") + "page-" + i.ToString(CultureInfo.InvariantCulture) + ".md";

        private string[] Write(int i, string? frontMatter)
        {
            _frontMatter[i] = frontMatter ?? Made(i);
            _site.WithPage(File_(i), _frontMatter[i]!, $"Texte {_random.Next()}.\n\n## Partie\n\n{(i % 5 == 0 ? "![Une image](/a.png)" : "")}");
            return [File_(i)];
        }

        // Parents that are not there, keys of two pages and loops are among them, once in a while.
        private string Made(int i)
        {
            var key = _random.Next(40) == 0 ? _random.Next(Pages) : i;
            var parent = _random.Next(30) == 0 ? _random.Next(Pages + 2) : i / 4;
            return string.Create(CultureInfo.InvariantCulture, $"""
                title: Page {i} titre {_random.Next(3)}
                date: 2026-01-{_random.Next(1, 5):00}
                layout: {(i % 7 == 0 ? "plan" : i % 11 == 0 ? "simple" : "page")}
                {(_random.Next(6) == 0 ? "" : $"eleventyNavigation: {{key: k{key}, order: {_random.Next(4)}{(i == 0 ? "" : $", parent: k{parent}")}}}")}
                eleventyExcludeFromCollections: {(_random.Next(10) == 0 ? "true" : "false")}
                """);
        }
    }
}
