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
        Assert.Equal(["a.md:5", "a.md:5"], snapshot.Places(ProblemRules.UnknownTag));
        Assert.Equal(["a.md:5"], snapshot.Places(ProblemRules.UnknownFilter));
        Assert.Equal(["a.md:5"], snapshot.Places(ProblemRules.Nunjucks));
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
        Assert.Equal(isReported, snapshot.Problems.Any(problem => problem.Rule == ProblemRules.HidingScript || problem.Rule == ProblemRules.ScriptData));
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
        Assert.Equal(["c.njk", "d.njk"], snapshot.Places(ProblemRules.TemplateFile));
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
        Assert.Empty(snapshot.Places(ProblemRules.HidingKey));
    }

    [Theory]
    [InlineData("{{ page.date | readableDate(\"dd LLLL yyyy\") }}", "01 mars 2024")]
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
}
