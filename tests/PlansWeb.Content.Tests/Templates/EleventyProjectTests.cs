using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Templates;

/// <summary>Contents of Eleventy projects, loaded whole: configuration, data and templates in JavaScript.</summary>
public sealed class EleventyProjectTests
{
    private const string Nunjucks = "module.exports = (c) => ({ markdownTemplateEngine: \"njk\" });";

    [Theory]
    [InlineData("module.exports = () => { };", "un\ndeux exemple.fr", "<p>un\ndeux exemple.fr</p>")]
    [InlineData("const md = require(\"markdown-it\"); module.exports = (c) => { c.setLibrary(\"md\", md({ html: true, breaks: true })); };", "un\ndeux exemple.fr", "<p>un<br>\ndeux exemple.fr</p>")]
    [InlineData("export default async (c) => { c.amendLibrary(\"md\", (md) => md.set({ linkify: true })); }", "un exemple.fr", "<p>un <a href=\"http://exemple.fr\">exemple.fr</a></p>")]
    [InlineData("module.exports = (c) => { c.amendLibrary(\"md\", (md) => md.enable(\"code\")); };", "    code", "<pre><code>code\n</code></pre>")]
    [InlineData("module.exports = (c) => { nulle.part(); return { markdownTemplateEngine: \"njk\", breaks: true }; };", "un\ndeux {{ [1, 2] | length }}", "<p>un<br>\ndeux 2</p>")]
    public void Load_Configuration_DecidesMarkdown(string configuration, string markdown, string expected)
    {
        using var site = new SiteBuilder().With("eleventy.config.mjs", configuration).WithPage("a.md", "title: a", markdown);

        Assert.Equal(expected, site.Load().Page("a.md").Body.Value.Trim());
    }

    [Fact]
    public void Load_Settings_OverruleTheConfiguration()
    {
        using var site = new SiteBuilder().With(".eleventy.js", Nunjucks).WithPage("a.md", "title: a", "un\ndeux {{ [1, 2] | size }}{{ 'a' | upcase }}");

        Assert.Equal("<p>un<br>\ndeux A</p>", site.Load(new ContentOptions { TemplateEngine = "liquid", Breaks = true }).Page("a.md").Body.Value.Trim());
    }

    [Theory]
    [InlineData("{% include \"rappel.njk\" %}", "<b>Rappel a</b>")]
    [InlineData("{% from \"m.njk\" import gras %}{{ gras(\"x\") }}", "<b>x</b>")]
    [InlineData("{% import \"m.njk\" as m %}{{ m.gras(\"x\") }}", "<b>x</b>")]
    [InlineData("{{ \"x\" | crier }} {% signer \"moi\" %} {% cadre %}y{% endcadre %}", "x! <i>moi</i> <u>y</u>")]
    [InlineData("{{ global.nom }} {{ title | slugify }}", "Bureau a")]
    [InlineData("{% set x %}y{% endset %}{{ x }}{{ \"&\" }}", "y&amp;")]
    [InlineData("{{ attendre }} {{ 2 | plusTard }}", "4")]
    public void Render_NunjucksOfAProject_AsEleventy(string body, string expected)
    {
        using var site = new SiteBuilder()
            .With("eleventy.config.js", """
                module.exports = (c) => {
                  c.addFilter("crier", (text) => text + "!");
                  c.addAsyncFilter("plusTard", async (number) => { await null; return number * 2; });
                  c.addShortcode("signer", function (name) { return `<i>${name}</i>`; });
                  c.addPairedShortcode("cadre", (content) => "<u>" + content + "</u>");
                  c.addGlobalData("global", () => ({ nom: "Bureau" }));
                  return { markdownTemplateEngine: "njk" };
                };
                """)
            .With("_includes/rappel.njk", "<b>Rappel {{ title }}</b>")
            .With("_includes/m.njk", "{% macro gras(text) %}<b>{{ text }}</b>{% endmacro %}")
            .WithPage("a.md", "title: a", body);

        var page = site.Load().Page("a.md");

        Assert.Equal($"<p>{expected}</p>", page.Body.Value.Trim());
    }

    [Fact]
    public void Render_UnknownTagFilterAndFunction_CostThemselvesAloneAndAreNamedOnce()
    {
        using var site = new SiteBuilder().With("eleventy.config.js", Nunjucks)
            .WithPage("a.md", "title: a", "un {% zut 1 %}gardé{% endzut %} {% seul %}{% seul %} {{ \"v\" | inconnu }} {{ f(2) }}\n\ndeux {{ \"w\" | inconnu }}");

        var snapshot = site.Load();

        Assert.Equal("<p>un gardé  v</p>\n<p>deux w</p>", snapshot.Page("a.md").Body.Value.Trim());
        Assert.Equal(["a.md:5", "a.md:5"], snapshot.Places(DiagnosticRules.UnknownTag));
        Assert.Equal(["a.md:5"], snapshot.Places(DiagnosticRules.UnknownFilter));
        Assert.Equal(["a.md:5"], snapshot.Places(DiagnosticRules.Nunjucks));
    }

    [Theory]
    [InlineData("callout", "title: \"T\", description: \"d\"", "fr-callout__text")]
    [InlineData("card", "title: \"T\", url: \"/a/\"", "fr-card__title")]
    [InlineData("tile", "title: \"T\", url: \"/a/\"", "fr-tile__title")]
    [InlineData("alert", "title: \"T\", description: \"d\", type: \"warning\"", "fr-alert--warning")]
    [InlineData("quote", "text: \"d\", author: \"x\"", "fr-quote__author")]
    [InlineData("highlight", "text: \"d\"", "fr-highlight")]
    [InlineData("download", "title: \"T\", url: \"/a.pdf\"", "fr-link--download")]
    [InlineData("accordionsgroup", "items: [{ title: \"T\", content: \"c\" }]", "<summary>T</summary>")]
    [InlineData("table", "headers: [\"h\"], rows: [[\"c\"]]", "<td>c</td>")]
    public void Render_ComponentThatTheContentDoesNotBring_IsOurs(string name, string parameters, string expected)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", Nunjucks)
            .WithPage("a.md", "title: a", $"{{% from \"components/component.njk\" import component with context %}}\n{{{{ component(\"{name}\", {{ {parameters} }}) }}}}\n\n**suite**");

        var snapshot = site.Load();

        Assert.Contains(expected, snapshot.Page("a.md").Body.Value, StringComparison.Ordinal);
        Assert.EndsWith("<p><strong>suite</strong></p>", snapshot.Page("a.md").Body.Value.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("module.exports = { permalink: (data) => `/${data.page.fileSlug}/x/` };", "/a/x/")]
    [InlineData("export default { lang: \"fr\", permalink: function (data) { return `/${data.lang}/${this.slugify(data.title)}/`; } };", "/fr/l-eau/")]
    [InlineData("module.exports = async () => ({ eleventyComputed: { permalink: (data) => \"/\" + data.title.length + \"/\" } });", "/5/")]
    [InlineData("module.exports = { eleventyComputed: { slug: (data) => \"s\" + 1, permalink: \"/{{ slug }}/\" } };", "/s1/")]
    public void Load_DirectoryDataInJavaScript_GivesAddresses(string script, string url)
    {
        using var site = new SiteBuilder().With("d/d.11tydata.js", script).WithPage("d/a.md", "title: L’eau");

        Assert.Equal([url], site.Load().Pages.Select(page => page.Url));
    }

    [Theory]
    [InlineData("module.exports = { draft: nulle.part };", true)]
    [InlineData("module.exports = { draft: require(\"x\").y };", true)]
    [InlineData("module.exports = { permalink: (data) => data.a.b.c };", true)]
    [InlineData("module.exports = { draft: (() => { for (;;) { } })() };", true)]
    [InlineData("module.exports = { draft: true };", false)]
    public void Load_HidingDataThatCannotRun_KeepsThePageHiddenWithAnError(string script, bool isReported)
    {
        using var site = new SiteBuilder().With("d/d.11tydata.js", script).WithPage("d/a.md", "title: a");

        var snapshot = site.Load();

        Assert.Empty(snapshot.Pages);
        Assert.Equal(isReported, snapshot.Problems.Any(problem => problem.Rule == DiagnosticRules.HidingScript || problem.Rule == DiagnosticRules.ScriptData));
    }

    [Fact]
    public void Load_ScriptsOff_HidesWhatScriptsCouldHideAndNothingElse()
    {
        using var site = new SiteBuilder()
            .With("d/d.11tydata.js", "module.exports = { draft: false };").WithPage("d/a.md", "title: a")
            .With("e/e.11tydata.js", "module.exports = { nom: 1 };").WithPage("e/b.md", "title: b");

        Assert.Equal(["/e/b/"], site.Load(new ContentOptions { Scripts = false }).Pages.Select(page => page.Url));
    }

    [Fact]
    public void Load_FragmentThatChanges_IsRenderedAgain()
    {
        using var site = new SiteBuilder().With("eleventy.config.js", Nunjucks).With("_includes/f.njk", "un").WithPage("a.md", "title: a", "{% include \"f.njk\" %}");
        var loader = new ContentLoader(new ContentOptions(), TimeProvider.System);
        Assert.Equal("<p>un</p>", loader.Load(site.Root).Pages[0].Body.Value.Trim());

        site.With("_includes/f.njk", "deux");

        Assert.Equal("<p>deux</p>", loader.LoadChanges(site.Root, isThorough: true)!.Pages[0].Body.Value.Trim());
    }

    [Fact]
    public void Load_TemplateWithFrontMatter_IsAPage()
    {
        using var site = new SiteBuilder().With("a.njk", "---\ntitle: A\n---\n<p>{{ title | upper }}</p>\n").With("b.liquid", "---\ntitle: b\n---\n<p>{{ title | upcase }}</p>")
            .With("c.njk", "---\ntitle: c\n---\n{% extends \"x.njk\" %}").With("d.njk", "---\npermalink: /d.xml\n---\n<x/>");

        var snapshot = site.Load();

        Assert.Equal(["/a/", "/b/"], snapshot.Pages.Select(page => page.Url));
        Assert.Equal(["<p>A</p>", "<p>B</p>"], snapshot.Pages.Select(page => page.Body.Value.Trim()));
        Assert.Equal(["c.njk", "d.njk"], snapshot.Places(DiagnosticRules.TemplateFile));
    }

    [Fact]
    public void Load_ProjectWithItsPagesInAFolder_ServesThatFolderWithWhatStandsBesideIt()
    {
        using var site = new SiteBuilder()
            .With("eleventy.config.js", "module.exports = () => ({ markdownTemplateEngine: \"njk\", dir: { input: \"pages\", includes: \"../_includes\", data: \"../_data\" } });")
            .With("_data/site.js", "module.exports = { nom: \"Bureau\" };").With("_includes/f.njk", "{{ site.nom }}").With("_site/vieux/index.html", "<p>vieux</p>")
            .With("README.md", "x").WithPage("pages/a.md", "title: a", "{% include \"f.njk\" %}").WithPage("pages/_b/c.md", "title: c", "x");

        var snapshot = site.Load();

        Assert.Equal(["/_b/c/", "/a/"], snapshot.Pages.Select(page => page.Url).Order(StringComparer.Ordinal));
        Assert.Equal("<p>Bureau</p>", snapshot.Page("a.md").Body.Value.Trim());
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("/etc")]
    [InlineData(".git")]
    [InlineData("node_modules/x")]
    public void Load_FoldersOutsideTheProject_AreNotRead(string folder)
    {
        using var site = new SiteBuilder()
            .With("eleventy.config.js", $"module.exports = () => ({{ markdownTemplateEngine: \"njk\", dir: {{ includes: \"{folder}\" }} }});")
            .With(".git/hosts", "secret").With("node_modules/x/hosts", "secret").WithPage("a.md", "title: a", "x{% include \"hosts\" %}");

        Assert.Equal("<p>x</p>", site.Load().Page("a.md").Body.Value.Trim());
    }

    [Fact]
    public void Next_NothingChanged_IsTheSameProjectAndRunsNothingAgain()
    {
        using var site = new SiteBuilder().With("eleventy.config.js", "module.exports = (c) => { c.addGlobalData('x', require('./lib.cjs').x); };").With("lib.cjs", "exports.x = 1;");
        var options = new ContentOptions();
        var clock = TimeProvider.System;

        var first = EleventyProject.Next(EleventyProject.None, site.Root, options, clock);

        Assert.Same(first, EleventyProject.Next(first, site.Root, options, clock));
        site.With("lib.cjs", "exports.x = 23;");
        var second = EleventyProject.Next(first, site.Root, options, clock);
        Assert.NotSame(first, second);
        Assert.NotEqual(first.Version, second.Version);
        Assert.Same(second, EleventyProject.Next(second, site.Root, options, clock));
        site.With(".eleventy.js", "module.exports = {};");
        Assert.NotSame(second, EleventyProject.Next(second, site.Root, options, clock));
    }

    [Theory]
    [InlineData("title: a", "/a/")]
    [InlineData("title: a\ndraft: true", "")]
    [InlineData("title: a\npermalink: /autre/", "/autre/")]
    [InlineData("title: a\ncache: true", "")]
    public void Load_GlobalDataThatComputesAddresses_IsAsked(string header, string expected)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", """
            module.exports = (c) => {
              c.addGlobalData("eleventyComputed", { autre: (data) => data.title + "!" });
              c.addGlobalData("eleventyComputed.permalink", () => (data) => data.cache ? false : data.permalink);
            };
            """).WithPage("a.md", header, "x");

        Assert.Equal(expected, string.Concat(site.Load().Pages.Select(page => page.Url)));
    }

    [Theory]
    [InlineData("_data/eleventyComputed.js", "module.exports = { permalink: data => data.cache ? false : data.permalink };")]
    [InlineData("_data/eleventyComputed.cjs", "module.exports = { draft: data => data.cache };")]
    [InlineData("d/d.11tydata.js", "module.exports = { eleventyComputed: { unlisted: data => false, draft: data => data.cache } };")]
    public void Load_DataThatComputesWhetherAPageIsPublic_IsAskedForEachPage(string file, string data)
    {
        using var site = new SiteBuilder().With(file, data).WithPage("d/a.md", "title: a").WithPage("d/b.md", "title: b\ncache: true");

        var snapshot = site.Load();

        Assert.Equal(["d/a.md"], snapshot.Pages.Select(page => page.SourcePath));
        Assert.Empty(snapshot.Places(DiagnosticRules.HidingKey));
    }

    [Theory]
    [InlineData("{{ page.date | readableDate(\"dd LLLL yyyy\") }}", "01 March 2024")]
    [InlineData("{{ page.date | htmlDateString }}", "2024-03-01")]
    public void Render_FilterThatLeansOnAPackage_IsOurs(string body, string expected)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", """
            const { DateTime } = require("luxon");
            module.exports = (c) => {
              c.addFilter("readableDate", (date) => DateTime.fromJSDate(date, { zone: "utc" }).toFormat("dd LLLL yyyy"));
              c.addFilter("htmlDateString", (date) => `${DateTime.fromJSDate(date).toFormat("yyyy-LL-dd")}`);
              return { markdownTemplateEngine: "njk" };
            };
            """).WithPage("a.md", "title: a\ndate: 2024-03-01", body);

        Assert.Equal($"<p>{expected}</p>", site.Load().Page("a.md").Body.Value.Trim());
    }

    private const string Functions = """
        module.exports = (c) => {
          c.addFilter("crier", (text) => `${text}!`);
          c.addFilter("titres", (pages) => pages.sort((a, b) => b.data.title < a.data.title ? -1 : 1).map((each) => each.data.title));
          c.addFilter("premier", (pages) => pages[0]);
          c.addFilter("ou", function () { return this.page.url; });
          c.addFilter("parAn", (pages) => pages.map((each) => [each.date.getFullYear(), [each]]));
          c.addFilter("enHtml", (text) => md.render(text));
          c.addShortcode("signer", function (name, role = "auteur") { return `<i class="${role}">${name}, ${this.page.fileSlug}</i>`; });
          c.addPairedShortcode("cadre", async (content, titre) => `<u>${titre} ${content.trim()}</u>`);
          c.addCollection("recents", (api) => api.getFilteredByTag("post").reverse().slice(0, 2));
          c.addCollection("mots", (api) => [...new Set(api.getAll().flatMap((each) => each.data.tags ?? []))].sort());
          c.addCollection("parMot", (api) => { const map = {}; for (const each of api.getFilteredByTags("post")) (map[each.data.tags[1]] ??= []).push(each); return map; });
          c.addCollection("dossier", (api) => api.getFilteredByGlob("posts/**/*.md").map((each) => ({ nom: each.data.title, page: each })));
          const md = require("markdown-it")({ html: true });
          c.setLibrary("md", md);
        };
        """;

    private static SiteBuilder Posts(string configuration = Functions) => new SiteBuilder().With("eleventy.config.js", configuration)
        .WithPage("posts/un.md", "title: Un\ndate: 2022-01-01\ntags: [post, eau]").WithPage("posts/deux.md", "title: Deux\ndate: 2023-01-01\ntags: [post, air]")
        .WithPage("posts/trois.md", "title: Trois\ndate: 2024-01-01\ntags: [post, eau]");

    [Theory]
    [InlineData("{{ title | crier }} {{ 1 | plus: 1 | crier | upcase }}", "a! 2!")]
    [InlineData("{{ collections.post | titres | join: \"/\" }} {{ collections.post | map: \"url\" | join: \" \" }}", "Un/Trois/Deux /posts/un/ /posts/deux/ /posts/trois/")]
    [InlineData("{% assign p = collections.post | premier %}{{ p.url }} {{ p.data.title }}", "/posts/un/ Un")]
    [InlineData("{{ \"x\" | ou }}", "/a/")]
    [InlineData("{% assign ans = collections.post | parAn %}{% for an in ans %}{{ an[0] }}{{ an[1][0].data.title }} {% endfor %}", "2022Un 2023Deux 2024Trois")]
    [InlineData("{{ \"**x**\" | enHtml }}", "<strong>x</strong>")]
    [InlineData("x {% signer title %} {% signer \"b\", \"relecteur\" %} {% signer \"c\" \"d\" %}", "x <i class=\"auteur\">a, a</i> <i class=\"relecteur\">b, a</i> <i class=\"d\">c, a</i>")]
    [InlineData("x {% cadre title %}{% if true %}*{{ title }}*{% endif %}{% endcadre %}", "x <u>a <em>a</em></u>")]
    [InlineData("{% for p in collections.recents %}{{ p.data.title }} {% endfor %}{{ collections.mots | join: \",\" }}", "Trois Deux air,eau,post")]
    [InlineData("{% for mot in collections.parMot %}{{ mot[0] }}{{ mot[1].size }} {% endfor %}{{ collections.dossier[0].nom }}{{ collections.dossier[0].page.url }}", "eau2 air1 Un/posts/un/")]
    [InlineData("{{ collections.all | getAllTags | join: \"+\" }} {{ collections.post | head: 1 | map: \"fileSlug\" }}", "post+eau+air un")]
    public void Render_LiquidOfAProject_HasItsFunctionsAndCollections(string body, string expected)
    {
        using var site = Posts().WithPage("a.md", "title: a", body);

        var page = site.Load().Page("a.md");

        Assert.Equal(expected, page.Body.Value.Trim().Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal).Trim(),
            ignoreWhiteSpaceDifferences: true);
    }

    [Theory]
    [InlineData("{{ title | crier }}", "c.addFilter(\"crier\", (text) => text.pas.la);")]
    [InlineData("{{ title | crier }}", "c.addFilter(\"crier\", () => { const a = []; a.push(a); return a; });")]
    [InlineData("{{ title | crier }}", "c.addFilter(\"crier\", () => ({ get a() { for (;;) { } } }));")]
    [InlineData("{{ title | crier }}", "c.addFilter(\"crier\", () => ({ then() { } }));")]
    [InlineData("{{ title | crier }}", "c.addFilter(\"crier\", () => new Promise(() => { }));")]
    [InlineData("{{ title | crier }}", "c.addFilter(\"crier\", () => { const a = []; a[4000000000] = 1; return a; });")]
    [InlineData("{{ title | crier }}", "c.addFilter(\"crier\", () => { let a = {}; for (let i = 0; i < 30; i++) a = { a, b: a }; return a; });")]
    [InlineData("{% crier \"x\" %}", "c.addShortcode(\"crier\", () => { throw { toString() { for (;;) { } } }; });")]
    [InlineData("{% crier \"x\" %}", "c.addShortcode(\"crier\", (text) => { throw new Error(\"non\"); });")]
    [InlineData("{% crier %}x{% endcrier %}", "c.addPairedShortcode(\"crier\", (text) => { for (;;) { } });")]
    [InlineData("{{ collections.crier | size }}", "c.addCollection(\"crier\", (api) => api.rien());")]
    [InlineData("{{ collections.crier | size }}", "c.addCollection(\"crier\", (api) => { const a = []; for (;;) a.push(a); });")]
    public void Render_FunctionThatFails_IsReportedAndTheSiteStays(string body, string function)
    {
        using var site = Posts($"module.exports = (c) => {{ {function} }};").WithPage("a.md", "title: a", "Avant.\n\n" + body);

        var snapshot = site.Load();

        Assert.Equal(4, snapshot.Pages.Count);
        Assert.Contains("Avant.", snapshot.Page("a.md").Body.Value, StringComparison.Ordinal);
        Assert.Contains(snapshot.Problems, static problem => problem.Rule == DiagnosticRules.EleventyConfiguration || problem.File == "a.md");
    }

    // A load that changes a page alone tells again what is still wrong.
    [Theory]
    [InlineData("(api) => api.rien()")]
    [InlineData("(api) => { for (;;) { } }")]
    public void Load_CollectionFailsAndAPageChanges_IsReportedAgain(string function)
    {
        using var site = Posts($"module.exports = (c) => {{ c.addCollection(\"crier\", {function}); }};").WithPage("a.md", "title: a");
        var loader = new ContentLoader(new ContentOptions(), TimeProvider.System);
        var first = loader.Load(site.Root).Problems.Where(static problem => problem.Rule == DiagnosticRules.EleventyConfiguration).ToArray();
        site.WithPage("a.md", "title: b");

        var second = loader.LoadChanges(site.Root, isThorough: true)!.Problems.Where(static problem => problem.Rule == DiagnosticRules.EleventyConfiguration);

        Assert.Single(first);
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("pagination: { data: collections.recents, size: 1, alias: p }\npermalink: \"/l/{{ p.fileSlug }}/\"", "/l/deux//l/trois/")]
    [InlineData("pagination: { data: collections.mots, size: 2 }", "/l//l/1/")]
    [InlineData("pagination: { data: collections.dossier, size: 1, alias: d }\npermalink: \"/l/{{ d.nom }}/\"", "/l/Deux//l/Trois//l/Un/")]
    [InlineData("pagination: { data: collections, size: 1, alias: c, filter: [all, mots, parMot, dossier, recents] }\npermalink: \"/l/{{ c }}/\"", "/l/air//l/eau//l/post/")]
    [InlineData("pagination: { data: liste, size: 1, alias: c, filter: b, reverse: true }\nliste: [a, b, c]\npermalink: \"/l/{{ c }}-{{ pagination.pageNumber }}/\"", "/l/a-1//l/c-0/")]
    [InlineData("pagination: { data: vide, size: 1, generatePageOnEmptyData: true }\nvide: []", "/l/")]
    public void Load_PaginationOverWhatAProjectMakes_IsEleventys(string header, string expected)
    {
        using var site = Posts().WithPage("l.md", "title: l\n" + header);

        Assert.Equal(expected, string.Concat(site.Load().Pages.Select(static page => page.Url).Where(static url => url.StartsWith("/l/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
    }

    // As in Eleventy, the first page of a list is in its collections, and all of them where it says so.
    [Theory]
    [InlineData("pagination: { data: collections, size: 1, alias: c, filter: all }\npermalink: \"/l/{{ c }}/\"", "/l/fiche//l/menu/")]
    [InlineData("pagination: { data: collections.fiche, size: 1, alias: c }\npermalink: \"/l/{{ c.url | slugify }}/\"", "/l/f-0//l/f-1/")]
    [InlineData("pagination: { data: collections.menu, size: 1, alias: c }\npermalink: \"/l/{{ c.url | slugify }}/\"", "/l/m-0/")]
    public void Load_PaginationOverPagesThatPaginationMade_KnowsThem(string header, string expected)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", Nunjucks)
            .WithPage("z.md", "title: f\ntags: fiche\nliste: [1, 2]\npagination: { data: liste, size: 1, addAllPagesToCollections: true }\npermalink: \"/f/{{ pagination.pageNumber }}/\"")
            .WithPage("y.md", "title: m\ntags: menu\nliste: [1, 2]\npagination: { data: liste, size: 1 }\npermalink: \"/m/{{ pagination.pageNumber }}/\"")
            .WithPage("l.md", "title: l\n" + header);

        Assert.Equal(expected, string.Concat(site.Load().Pages.Select(static page => page.Url).Where(static url => url.StartsWith("/l/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Load_PaginationBefore_SeesTheListAndThePage()
    {
        using var site = Posts().With("l.md", """
            ---js
            {
              title: "l", mot: "eau",
              pagination: { data: "collections.post", size: 1, alias: "p", before: function (pages, data) { return pages.filter((each) => each.data.tags.includes(data.mot) && this.crier("x") === "x!"); } },
              permalink: "/l/{{ p.fileSlug }}/",
            }
            ---
            {{ p.data.title }}
            """);

        var pages = site.Load().Pages.Where(static page => page.SourcePath == "l.md");

        Assert.Equal(["/l/trois/ <p>Trois</p>", "/l/un/ <p>Un</p>"], pages.Select(static page => $"{page.Url} {page.Body.Value.Trim()}").Order(StringComparer.Ordinal));
    }

    // What Node prints, in UTC and English.
    [Theory]
    [InlineData("require(\"luxon\").DateTime.fromJSDate(d, { zone: \"utc\" }).setLocale(\"fr\").toFormat(\"cccc d LLLL yyyy\")", "mercredi 25 décembre 2024")]
    [InlineData("require(\"luxon\").DateTime.fromJSDate(d, { zone: \"utc\" }).setLocale(\"en\").toLocaleString(require(\"luxon\").DateTime.DATE_MED)", "Dec 25, 2024")]
    [InlineData("require(\"luxon\").DateTime.fromISO(\"2024-03-01\").plus({ days: 2 }).toISODate()", "2024-03-03")]
    [InlineData("require(\"dayjs\")(d).locale(\"fr\").format(\"D MMMM YYYY [à] HH:mm\")", "25 décembre 2024 à 23:30")]
    [InlineData("require(\"moment\")(d).format(\"Do MMM YY\")", "25th Dec 24")]
    [InlineData("require(\"date-fns\").format(d, \"dd/MM/yyyy\")", "25/12/2024")]
    [InlineData("d.toLocaleDateString(\"fr-FR\", { day: \"numeric\", month: \"long\", year: \"numeric\" })", "25 décembre 2024")]
    [InlineData("d.toLocaleDateString(\"fr-FR\", { timeZone: \"Europe/Paris\" })", "26/12/2024")]
    [InlineData("d.toLocaleDateString(\"en-GB\", { dateStyle: \"full\" })", "Wednesday, 25 December 2024")]
    [InlineData("new Intl.DateTimeFormat(\"fr\", { dateStyle: \"medium\" }).format(d)", "25 déc. 2024")]
    [InlineData("require(\"lodash\").chunk([1, 2, 3], 2).length", "2")]
    [InlineData("require(\"slugify\")(\"L’été & toi\")", "L'ete-and-toi")]
    [InlineData("require(\"escape-html\")(\"'a' < 1\").length", "18")]
    public void Render_PackageForDatesAndTexts_HasAStandIn(string expression, string expected)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", $"module.exports = (c) => {{ c.addFilter(\"f\", (d) => {expression}); }};")
            .WithPage("a.md", "title: a\nquand: 2024-12-25T23:30:00Z", "{{ quand | f }}");

        Assert.Equal($"<p>{expected}</p>", site.Load().Page("a.md").Body.Value.Trim());
    }

    [Theory]
    [InlineData("export default function (c) { c.addFilter(\"f\", (x) => x); }\nexport const config = { markdownTemplateEngine: \"njk\" };", "{{ [1, 2] | length }}", "2")]
    [InlineData("module.exports = (c) => { c.addBundle(\"css\"); return { markdownTemplateEngine: \"njk\" }; };", "a{% css %}p { }{% endcss %}", "a")]
    [InlineData("module.exports = (c) => { c.setLibrary(\"md\", require(\"markdown-it\")({ typographer: true })); };", "\"a\" ?", "\u201Ca\u201D ?")]
    [InlineData("module.exports = (c) => { c.setLibrary(\"md\", require(\"markdown-it\")({ typographer: true, quotes: [\"« \", \" »\", \"‹\", \"›\"] })); };", "\"a\" ?", "« a » ?")]
    [InlineData("module.exports = () => { };", "## Un & deux", "<h2 id=\"un-and-deux\">Un &amp; deux</h2>")]
    public void Render_SettingsOfAConfiguration_AreFollowed(string configuration, string body, string expected)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", configuration).WithPage("a.md", "title: a", body);

        Assert.Equal(expected, site.Load().Page("a.md").Body.Value.Trim().Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("const title = \"Oui\"; const liste = [1, 2];", "Oui 2")]
    [InlineData("let a = 1, { title } = { title: \"Non\" }; function f() { } const liste = [a];", "Non 1")]
    [InlineData("{ title: \"Objet\", liste: [] }", "Objet 0")]
    public void Load_HeaderOfStatements_GivesItsNames(string header, string expected)
    {
        using var site = new SiteBuilder().With("a.md", $"---js\n{header}\n---\n{{{{ title }}}} {{{{ liste | size }}}}");

        Assert.Equal($"<p>{expected}</p>", site.Load().Page("a.md").Body.Value.Trim());
    }

    [Theory]
    [InlineData("{ \"public\": \"/\" }", "/img/a.png")]
    [InlineData("{ \"./public/\": \"/copie/\" }", "/copie/img/a.png")]
    [InlineData("\"public\"", "/public/img/a.png")]
    [InlineData("{ \"pages/public\": \"/\" }", "/img/b.png")]
    public void Load_FolderThatIsCopied_IsServedWhereEleventyPutsIt(string copied, string address)
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        using var site = new SiteBuilder()
            .With("eleventy.config.js", $"module.exports = (c) => {{ c.addPassthroughCopy({copied}); c.ignores.add(\"pages/non.md\"); return {{ dir: {{ input: \"pages\" }} }}; }};")
            .With("public/img/a.png", png).With("pages/public/img/b.png", png).With("public/secret.md", "---\ntitle: secret\n---\n").WithPage("pages/a.md", "title: a").WithPage("pages/non.md", "title: non");

        var snapshot = site.Load();

        Assert.NotNull(snapshot.FindFile(address));
        Assert.Equal(["a.md"], snapshot.Pages.Select(static page => page.SourcePath));
    }

    // A file that data may not read gives nothing: the rest of the data counts, and the message names what was asked for.
    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../../etc/passwd")]
    [InlineData("a.md")]
    [InlineData(".env")]
    public void Data_FileThatIsNotTheProjects_GivesNothingAndLeavesTheRest(string file)
    {
        using var site = new SiteBuilder().With(".env", "SECRET=1").WithPage("a.md", "title: a", "{{ secret }}{{ reste }}")
            .With("_data/reste.js", $"const lu = require(\"fs\").readFileSync(\"{file}\", \"utf8\");\nmodule.exports = `reste${{lu}}`;");
        var content = site.Load();

        Assert.Equal("<p>reste</p>", content.Page("a.md").Body.Value.Trim());
        Assert.Contains(content.Problems, static problem => problem.Message.Contains("fs.readFileSync", StringComparison.Ordinal));
    }
}
