using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Templates;

/// <summary>Bodies of Eleventy projects, each with the words that Eleventy 3 gave it.</summary>
public sealed class EleventyBodiesTests
{
    private const string Plain = "module.exports = () => { };";

    private static string Body(string configuration, string frontMatter, string body, string path = "a.md", Action<SiteBuilder>? more = null)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", configuration).WithPage(path, frontMatter, body);
        more?.Invoke(site);
        return site.Load().Page(path).Body.Value.Trim();
    }

    private static void AssertBody(string expected, string configuration, string frontMatter, string body, string path, Action<SiteBuilder> more)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", configuration).WithPage(path, frontMatter, body);
        more(site);
        var content = site.Load();
        var found = content.Page(path).Body.Value.Trim();
        Assert.True(found == expected, $"{found}\n{string.Join('\n', content.Problems.Select(static problem => problem.Message))}");
    }

    [Theory]
    [InlineData("{{ page.date | date: \"%d %B %Y, %A\" }}", "25 December 2024, Wednesday")]
    [InlineData("{{ page.date | date: \"%b %e\" }}", "Dec 25")]
    [InlineData("{{ page.date | date: \"%H:%M %Y-%m-%d\" }}", "23:30 2024-12-25")]
    public void Render_DateOfLiquid_IsNamedInEnglishAndUtc(string body, string expected) =>
        Assert.Equal($"<p>{expected}</p>", Body(Plain, "title: a\ndate: 2024-12-25T23:30:00Z", body));

    // In UTC, as the page's own date: a day that a text gives is that day.
    [Theory]
    [InlineData("{{ \"2024-01-05\" | date: \"%d/%m/%Y %H:%M\" }}", "05/01/2024 00:00")]
    [InlineData("{{ jour | date: \"%-d %b %y\" }}", "1 Mar 24")]
    [InlineData("{{ \"2024-07-14 10:30\" | date: \"%d %H:%M\" }}", "14 10:30")]
    [InlineData("{{ \"2024-07-14T23:30:00+02:00\" | date: \"%d %H:%M\" }}", "14 21:30")]
    public void Render_DateOfLiquidFromAText_IsThatDay(string body, string expected) => Assert.Equal($"<p>{expected}</p>", Body(Plain, "title: a\njour: \"2024-03-01\"", body));

    [Theory]
    [InlineData("été chaud.md", "{{ page.url }}", "/été chaud/")]
    [InlineData("été/a.md", "<a href=\"{{ page.url }}\">x</a>", "<a href=\"/été/a/\">x</a>")]
    [InlineData("été/a.md", "[x]({{ page.url }})", "<a href=\"/%C3%A9t%C3%A9/a/\">x</a>")]
    public void Render_AddressOfThePage_IsNotEncoded(string path, string body, string expected) => Assert.Equal($"<p>{expected}</p>", Body(Plain, "title: a", body, path));

    [Theory]
    [InlineData("tags: [x, eau]", "eau,x,eau")]
    [InlineData("tags: [x, x]", "eau,x,x")]
    [InlineData("tags: x", "eau,x")]
    public void Render_TagsOfFolderAndPage_AreJoinedAsTheyStand(string frontMatter, string expected) => Assert.Equal(
        $"<p>{expected}</p>", Body(Plain, "title: a\n" + frontMatter, "{{ tags | join: \",\" }}", "d/a.md", static site => site.With("d/d.json", """{ "tags": ["eau"] }""")));

    [Theory]
    [InlineData("<img src=\"/a.png\" alt=\"x\">", "<img src=\"/a.png\" alt=\"x\">")]
    [InlineData("![x](/a.png)", "<p><img src=\"/a.png\" alt=\"x\"></p>")]
    [InlineData("{% image \"/a.png\", \"x\" %}", "<img src=\"/a.png\" alt=\"x\" decoding=\"async\" width=\"1\" height=\"1\">")]
    [InlineData("{% image \"https://exemple.fr/a.png\", \"x\" %}", "<img src=\"https://exemple.fr/a.png\" alt=\"x\">")]
    [InlineData("<div markdown=\"1\" data-x=\"y\">a</div>", "<div markdown=\"1\" data-x=\"y\">a</div>")]
    public void Render_Html_IsTheWritersOwn(string body, string expected)
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

        Assert.Equal(expected, Body(Plain, "title: a", body, more: site => site.With("a.png", png)));
    }

    [Theory]
    [InlineData("./pages/img/a.png")]
    [InlineData("pages/img/a.png")]
    [InlineData("/img/a.png")]
    public void Render_ImageByItsPathFromTheProject_IsFound(string path)
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        using var site = new SiteBuilder()
            .With("eleventy.config.js", "const image = require(\"@11ty/eleventy-img\");\nmodule.exports = (c) => { c.addAsyncShortcode(\"image\", async (src, alt) => image.generateHTML(await image(src), { alt })); return { dir: { input: \"pages\" } }; };")
            .With("pages/img/a.png", png).WithPage("pages/d/a.md", "title: a", $"{{% image \"{path}\", \"x\" %}}");

        Assert.Equal("<p><picture><img src=\"/img/a.png\" alt=\"x\" decoding=\"async\" width=\"1\" height=\"1\"></picture></p>", site.Load().Page("d/a.md").Body.Value.Trim());
    }

    // The mark-up of eleventy-img around an image of the page's own folder, of a copied one, and of another site; `picture` for several formats.
    [Theory]
    [InlineData("{% photo \"./a.png\" %}", "<p><picture><img src=\"/d/a.png\" alt=\"É &quot;x&quot;\" class=\"c\" decoding=\"async\" width=\"1\" height=\"1\"></picture></p>")]
    [InlineData("{% photo \"../../public/b.png\" %}", "<p><picture><img src=\"/b.png\" alt=\"É &quot;x&quot;\" class=\"c\" decoding=\"async\" width=\"1\" height=\"1\"></picture></p>")]
    [InlineData("{% figure \"./a.png\" %}", "<figure><img src=\"/d/a.png\" alt=\"\" decoding=\"async\" width=\"1\" height=\"1\"></figure>")]
    [InlineData("{% photo \"https://exemple.fr/a.png\" %}", "<p><picture><img src=\"https://exemple.fr/a.png\" alt=\"É &quot;x&quot;\" class=\"c\"></picture></p>")]
    public void Render_ImageByTheProjectsOwnShortcode_HasItsMarkup(string body, string expected)
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        using var site = new SiteBuilder()
            .With("eleventy.config.js",
                """
                const path = require("path"), resize = require("@11ty/eleventy-img");
                module.exports = (c) => {
                  const file = (page, src) => /^https:/.test(src) ? src : path.resolve(path.dirname(page.inputPath), src);
                  c.addPassthroughCopy({ "./public/": "/" });
                  c.addAsyncShortcode("photo", async function (src) {
                    const found = await resize(file(this.page, src), { formats: ["avif", "auto"], outputDir: path.join(c.dir.output, "img") });
                    return resize.generateHTML(found, { alt: "É \"x\"", class: "c", sizes: undefined });
                  });
                  c.addShortcode("figure", function (src) {
                    const o = { formats: ["png", null] };
                    resize(file(this.page, src), o);
                    return `<figure>${resize.generateHTML(resize.statsSync(file(this.page, src), o), { alt: "" })}</figure>`;
                  });
                  return { dir: { input: "pages" } };
                };
                """)
            .With("pages/d/a.png", png).With("public/b.png", png).WithPage("pages/d/a.md", "title: a\npermalink: /ailleurs/", body);

        Assert.Equal(expected, site.Load().Page("d/a.md").Body.Value.Trim());
    }

    // Lines of coloured code are joined as the version does that the project asks for.
    [Theory]
    [InlineData("""{ "devDependencies": { "@11ty/eleventy-plugin-syntaxhighlight": "^4.2.0" } }""", "", "a<br>b")]
    [InlineData("""{ "dependencies": { "@11ty/eleventy-plugin-syntaxhighlight": "3.1.0" } }""", "", "a<br>b")]
    [InlineData("""{ "dependencies": { "@11ty/eleventy-plugin-syntaxhighlight": "4.2.0" } }""", ", { lineSeparator: \"\\n\" }", "a\nb")]
    [InlineData("""{ "dependencies": { "@11ty/eleventy-plugin-syntaxhighlight": "^5.0.0" } }""", "", "a\nb")]
    [InlineData("{}", "", "a\nb")]
    public void Render_LinesOfColouredCode_AreJoinedByTheVersionOfThePlugin(string packages, string options, string expected) =>
        Assert.Equal($"<pre class=\"language-inconnue\"><code class=\"language-inconnue\">{expected}</code></pre>", Body(
            $"module.exports = (c) => c.addPlugin(require(\"@11ty/eleventy-plugin-syntaxhighlight\"){options});", "title: a", "```inconnue\na\nb\n```", more: site => site.With("package.json", packages)));

    // The plugin for translations, with words that a project gathers from its folders.
    [Theory]
    [InlineData("{{ \"eau\" | i18n }}", "Eau")]
    [InlineData("{{ \"eau\" | i18n({}, \"en\") }}", "Water")]
    [InlineData("{{ \"salut.toi\" | i18n({ nom: \"Ada\" }) }}", "Salut Ada !")]
    [InlineData("{{ \"feu\" | i18n({}, \"en\") }}", "Feu")]
    [InlineData("{{ \"rien\" | i18n }}", "rien")]
    [InlineData("{{ mots.index.langues | join(\",\") }}", "en,fr")]
    public void Render_WordsOfThePluginForTranslations_AreThoseOfTheLanguage(string body, string expected) => Assert.Equal(
        $"<p>{expected}</p>",
        Body(
            """
            const { mots } = require("./_data/mots");
            module.exports = (c) => {
              c.addPlugin(require("eleventy-plugin-i18n"), { translations: { ...mots, salut: { toi: { fr: "Salut {{ nom }} !" } } }, fallbackLocales: { en: "fr" } });
              return { markdownTemplateEngine: "njk" };
            };
            """, "title: a\nlang: fr", body, "fr/a.md", static site => site
                .With("_data/mots/index.js", "const { readdirSync } = require(\"fs\");\nconst langues = readdirSync(__dirname, { withFileTypes: true }).filter((each) => each.isDirectory()).map((each) => each.name);\n"
                    + "const mots = {};\nfor (const langue of langues) for (const [cle, mot] of Object.entries(require(`./${langue}`))) (mots[cle] ??= {})[langue] = mot;\nmodule.exports = { langues, mots };")
                .With("_data/mots/fr/index.js", "module.exports = { eau: \"Eau\", feu: \"Feu\" };").With("_data/mots/en/index.js", "module.exports = { eau: \"Water\" };")));

    // Nothing but scripts and JSON of the project: no other file, no package, nothing hidden or outside.
    [Theory]
    [InlineData("fs.existsSync(\"./package.json\")", "true")]
    [InlineData("JSON.parse(fs.readFileSync(__dirname + \"/package.json\", \"utf8\")).name", "projet")]
    [InlineData("fs.readdirSync(\"lib\").join()", "a.js,sous")]
    [InlineData("[\".env\", \"a.md\", \"node_modules/x.js\", \"../x.js\", \"/etc/passwd\", \"lib/non.js\"].map((each) => fs.existsSync(each)).join()", "false,false,false,false,false,false")]
    [InlineData("fs.readdirSync(\".\").filter((each) => /^[.]|node_modules/.test(each)).length", "0")]
    public void Render_FilesThatAConfigurationReads_AreTheProjectsScripts(string expression, string expected) => Assert.Equal($"<p>{expected}</p>", Body(
        $"const fs = require(\"node:fs\");\nmodule.exports = (c) => c.addGlobalData(\"lu\", `${{{expression}}}`);", "title: a", "{{ lu }}", more: static site => site
            .With("package.json", """{ "name": "projet" }""").With(".env", "x").With("lib/a.js", "").With("lib/sous/b.js", "").With("node_modules/x.js", "")));

    [Theory]
    [InlineData("{ level: [2] }", "## Été & x", "<h2 id=\"%C3%A9t%C3%A9-%26-x\" tabindex=\"-1\">Été &amp; x</h2>")]
    [InlineData("{ tabIndex: false }", "## L'été (v2.0) ! *x*", "<h2 id=\"l'%C3%A9t%C3%A9-(v2.0)-!-x\">L'été (v2.0) ! <em>x</em></h2>")]
    [InlineData("{ permalink: a.permalink.headerLink(), tabIndex: false }", "## Qu'est-ce ?", "<h2 id=\"qu'est-ce-%3F\"><a class=\"header-anchor\" href=\"#qu'est-ce-%3F\">Qu'est-ce ?</a></h2>")]
    [InlineData("{ level: 2, tabIndex: false, slugify: c.getFilter(\"slugify\") }", "## Été & x\n# Un", "<h2 id=\"ete-and-x\">Été &amp; x</h2>\n<h1 id=\"un\">Un</h1>")]
    [InlineData("{ permalink: a.permalink.ariaHidden({ symbol: \"#\", class: \"lien\" }), slugify: c.getFilter(\"slugify\") }", "## Un *x*",
        "<h2 id=\"un-x\" tabindex=\"-1\">Un <em>x</em> <a class=\"lien\" href=\"#un-x\" aria-hidden=\"true\">#</a></h2>")]
    [InlineData("{ permalink: a.permalink.ariaHidden({ symbol: \"\", ariaHidden: false, placement: \"before\" }), level: [1, 2] }", "## Un\n### Deux",
        "<h2 id=\"un\" tabindex=\"-1\"><a class=\"header-anchor\" href=\"#un\"></a> Un</h2>\n<h3 id=\"deux\">Deux</h3>")]
    [InlineData("{ permalink: a.permalink.headerLink() }", "## Un `x`", "<h2 id=\"un-x\" tabindex=\"-1\"><a class=\"header-anchor\" href=\"#un-x\">Un <code>x</code></a></h2>")]
    [InlineData("{ permalink: true, permalinkSymbol: \"§\" }", "## Un\n## Un",
        "<h2 id=\"un\" tabindex=\"-1\">Un <a class=\"header-anchor\" href=\"#un\">§</a></h2>\n<h2 id=\"un-1\" tabindex=\"-1\">Un <a class=\"header-anchor\" href=\"#un-1\">§</a></h2>")]
    [InlineData("{ permalink: a.permalink.linkInsideHeader({ symbol: \"<script>x</script><b>o</b>\", space: false }) }", "## Un",
        "<h2 id=\"un\" tabindex=\"-1\">Un<a class=\"header-anchor\" href=\"#un\"><b>o</b></a></h2>")]
    public void Render_HeadingWithAnchorsOfThePlugin_HasThem(string options, string body, string expected) => Assert.Equal(expected, Body(
        $"const a = require(\"markdown-it-anchor\"); module.exports = (c) => {{ c.amendLibrary(\"md\", (md) => md.use(a, {options})); }};", "title: a", body));

    private const string Plugins = "const md = require(\"markdown-it\"); module.exports = (c) => { c.setLibrary(\"md\", md({ html: true }).use(require(\"markdown-it-attrs\")).use(require(\"markdown-it-container\"), \"info\")); };";

    // markdown-it alone knows neither braces nor containers.
    [Theory]
    [InlineData(Plain, "texte {.classe}", "<p>texte {.classe}</p>")]
    [InlineData(Plain, "## Titre {#a}", "<h2 id=\"titre-a\">Titre {#a}</h2>")]
    [InlineData(Plain, ":::info\nx\n:::", "<p>:::info\nx\n:::</p>")]
    [InlineData(Plain, "??? Question\nx\n???", "<p>??? Question\nx\n???</p>")]
    [InlineData(Plugins, "texte {.fr-text--lg}", "<p class=\"fr-text--lg\">texte</p>")]
    [InlineData(Plugins, ":::info\nx\n:::", "<div class=\"info\">\n<p>x</p>\n</div>")]
    public void Render_BracesAndContainers_WhereTheProjectUsesTheirPlugins(string configuration, string body, string expected) =>
        Assert.Equal(expected, Body(configuration, "title: a", "{% raw %}" + body + "{% endraw %}"));

    private const string Containers = """
        const md = require("markdown-it"), container = require("markdown-it-container");
        module.exports = (c) => {
          c.amendLibrary("md", (lib) => {
            lib.use(container, "astuce");
            lib.use(container, "quote", { render: (tokens, idx) => tokens[idx].nesting === 1 ? `<figure><blockquote class="c-${tokens[idx].info.trim().length}">\n` : "</blockquote></figure>\n<br>\n" });
            lib.use(container, "plus", {
              validate: (line) => line.trim().startsWith("plus ") && line.trim().length > 5,
              render: (all, at) => all[at].nesting < 0 ? "</section>\n" : `<section><p>${lib.utils.escapeHtml(all[at].info.trim().slice(5))}</p>\n`,
            });
            lib.use(container, "info", { render: () => { throw new Error("non"); } });
            lib.use(container, "casse", { render: () => { throw new Error("non"); } });
            lib.use(container, "lente", { render: () => { for (;;) { } } });
            lib.use(container, "boucle", { render: () => lib.render("::: boucle\nx\n:::") });
            lib.use(container, "sale", { render: (t, i) => t[i].nesting === 1 ? "<div onclick=\"x()\"><script>x()</script>" : "</div>" });
          });
        };
        """;

    // markdown-it-container: what the project's functions write, where they do.
    [Theory]
    [InlineData("::: astuce\n**x**\n:::", "<div class=\"astuce\">\n<p><strong>x</strong></p>\n</div>")]
    [InlineData(":::quote\nx\n:::\ny", "<figure><blockquote class=\"c-5\">\n<p>x</p>\n</blockquote></figure>\n<br>\n<p>y</p>")]
    [InlineData("::: plus A & \"b\"\n- x\n:::", "<section><p>A &amp; &quot;b&quot;</p>\n<ul>\n<li>x</li>\n</ul>\n</section>")]
    [InlineData("::: plus\nx\n:::", "<p>::: plus\nx\n:::</p>")]
    [InlineData(":::: astuce\n::: plus y\nx\n:::\n::::", "<div class=\"astuce\">\n<section><p>y</p>\n<p>x</p>\n</section>\n</div>")]
    [InlineData(":::callout A\nx\n:::", "<p>:::callout A\nx\n:::</p>")]
    [InlineData(":::info Titre\nx\n:::", "<div class=\"info\">\n<p>x</p>\n</div>")]
    [InlineData(":::casse\nx\n:::", "<div class=\"casse\">\n<p>x</p>\n</div>")]
    [InlineData(":::lente\nx\n:::\n\n::: plus y\nz\n:::", "<div class=\"lente\">\n<p>x</p>\n</div>\n<div class=\"plus\">\n<p>z</p>\n</div>")]
    [InlineData("??? Question\nx\n???", "<p>??? Question\nx\n???</p>")]
    [InlineData(":::sale\nx\n:::", "<div><p>x</p>\n</div>")]
    public void Render_ContainersOfTheProject_AreItsOwn(string body, string expected) => Assert.Equal(expected, Body(Containers, "title: a", body));

    [Fact]
    public void Render_ContainerThatRendersItself_Ends() => Assert.Contains("<p>x</p>", Body(Containers, "title: a", ":::boucle\nx\n:::"), StringComparison.Ordinal);

    private const string Plugged = """
        const md = require("markdown-it"), emoji = require("markdown-it-emoji");
        module.exports = (c) => {
          const library = md({ html: true, linkify: true }).use(require("markdown-it-footnote")).use(require("markdown-it-mark")).use(require("markdown-it-task-lists")).use(emoji.full ?? emoji);
          const usual = library.renderer.rules.link_open || ((tokens, at, options, env, self) => self.renderToken(tokens, at, options));
          library.renderer.rules.link_open = (tokens, at, options, env, self) => { tokens[at].attrJoin("class", "lien"); return usual(tokens, at, options, env, self); };
          library.renderer.rules.table_open = () => "<table class=\"fr-table\">";
          library.renderer.rules.hr = () => { throw new Error("non"); };
          library.core.ruler.push("page", (state) => { if (state.env.page) state.tokens.forEach((token) => { if (token.type === "paragraph_open") token.attrSet("data-page", state.env.page.fileSlug); }); });
          c.setLibrary("md", library);
          c.addPairedShortcode("cadre", (content) => `<div>${library.renderInline(content)}</div>`);
        };
        """;

    // What is not markdown-it's own: packages that came along, and rules of the project's.
    [Theory]
    [InlineData("a[^1] ==b==\n\n[^1]: n", "<p data-page=\"a\">a<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">[1]</a></sup> <mark>b</mark></p>\n<hr class=\"footnotes-sep\">\n<section class=\"footnotes\">\n"
        + "<ol class=\"footnotes-list\">\n<li id=\"fn1\" class=\"footnote-item\"><p data-page=\"a\">n <a href=\"#fnref1\" class=\"footnote-backref\">↩︎</a></p>\n</li>\n</ol>\n</section>")]
    [InlineData(":smile: www.exemple.fr?a&amp;b", "<p data-page=\"a\">😄 <a href=\"http://www.exemple.fr?a\" class=\"lien\">www.exemple.fr?a</a>&amp;b</p>")]
    [InlineData("- [x] a", "<ul class=\"contains-task-list\">\n<li class=\"task-list-item\"><input class=\"task-list-item-checkbox\" checked=\"\" disabled=\"\" type=\"checkbox\"> a</li>\n</ul>")]
    [InlineData("| a |\n|--|\n| b |", "<table class=\"fr-table\"><thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>")]
    [InlineData("[a][b] \\[c](x)\n\n[b]: /y", "<p data-page=\"a\"><a href=\"/y\" class=\"lien\">a</a> [c](x)</p>")]
    [InlineData("a\n\n***", "<p data-page=\"a\">a</p>\n<hr>")]
    [InlineData("{% cadre %}*x* [y](javascript:z()){% endcadre %}", "<div><em>x</em> [y](javascript:z())</div>")]
    public void Render_MarkdownOfTheProject_IsMadeByItsMarkdownIt(string body, string expected) => Assert.Equal(expected, Body(Plugged, "title: a", body));

    // Parts of addresses, as functions for links ask for them (URL Standard).
    [Theory]
    [InlineData("https://Exemple.FR:443/a/../b c?d=é#e", "https://exemple.fr/b%20c?d=%C3%A9#e exemple.fr /b%20c https://exemple.fr")]
    [InlineData("/a/./b/", "https://base.fr/a/b/ base.fr /a/b/ https://base.fr")]
    [InlineData("c.md#d", "https://base.fr/x/c.md#d base.fr /x/c.md https://base.fr")]
    [InlineData("#d", "https://base.fr/x/y#d base.fr /x/y https://base.fr")]
    [InlineData("../z", "https://base.fr/z base.fr /z https://base.fr")]
    [InlineData("//u.fr:8080", "https://u.fr:8080/ u.fr / https://u.fr:8080")]
    [InlineData("mailto:a@b.fr", "mailto:a@b.fr  a@b.fr null")]
    public void Render_AddressReadByTheProject_HasItsParts(string address, string expected) => Assert.Equal($"<p>{expected}</p>", Body(
        "module.exports = (c) => c.addShortcode(\"parts\", (a) => { const u = new URL(a, \"https://base.fr/x/y\"); return [u.href, u.hostname, u.pathname, u.origin].join(\" \"); });", "title: a", $"{{% parts \"{address}\" %}}"));

    // eleventy-plugin-syntaxhighlight, and a highlighter of the project's around it.
    [Theory]
    [InlineData("```js\nlet a = 1;\n```", "<pre class=\"language-js\" tabindex=\"0\"><code class=\"language-js\"><span class=\"token keyword\">let</span> a <span class=\"token operator\">=</span> "
        + "<span class=\"token number\">1</span><span class=\"token punctuation\">;</span></code></pre>")]
    [InlineData("```bash\ncd x\n```", "<pre class=\"language-bash\" tabindex=\"0\"><code class=\"language-bash\"><span class=\"token builtin class-name\">cd</span> x</code></pre>")]
    [InlineData("```inconnue\na b\n```", "<pre class=\"language-inconnue\" tabindex=\"0\"><code class=\"language-inconnue\">a b</code></pre>")]
    [InlineData("```\n<a>\n```", "<pre><code>&lt;a&gt;\n</code></pre>")]
    [InlineData("{% highlight bash %}\ncd x\n{% endhighlight %}", "<pre class=\"language-bash\" tabindex=\"0\"><code class=\"language-bash\"><span class=\"token builtin class-name\">cd</span> x</code></pre>")]
    [InlineData("{% highlight \"bash\" %}\ncd x\n{% endhighlight %}", "<pre class=\"language-bash\" tabindex=\"0\"><code class=\"language-bash\"><span class=\"token builtin class-name\">cd</span> x</code></pre>")]
    [InlineData("```plan\nA --> B\n```", "<pre class=\"plan\">A --&gt; B\n</pre>")]
    public void Render_Code_IsColoredByThePlugin(string body, string expected) => Assert.Equal(expected, Body(
        """
        module.exports = (c) => {
          c.addPlugin(require("@11ty/eleventy-plugin-syntaxhighlight"), { preAttributes: { tabindex: 0 } });
          const usual = c.markdownHighlighter;
          c.addMarkdownHighlighter((text, language) => language === "plan" ? `<pre class="plan">${text.replace(/>/g, "&gt;")}</pre>` : usual(text, language));
        };
        """, "title: a", body));

    // Every language of Prism is there, and none of its patterns asks for too much.
    [Theory]
    [InlineData("sql", "SELECT a FROM b", "keyword")]
    [InlineData("haskell", "main = print 1", "operator")]
    [InlineData("cpp", "std::vector<int> a;", "operator")]
    [InlineData("csharp", "public record A(int X);", "keyword")]
    [InlineData("docker", "FROM node:20", "instruction")]
    [InlineData("yaml", "a: b", "punctuation")]
    [InlineData("diff-js", "+const a = 1;", "inserted-sign")]
    public void Render_CodeOfALanguage_IsColored(string language, string code, string token) => Assert.Contains($"<span class=\"token {token}", Body(
        "module.exports = (c) => c.addPlugin(require(\"@11ty/eleventy-plugin-syntaxhighlight\"));", "title: a", $"```{language}\n{code}\n```"), StringComparison.Ordinal);

    [Fact]
    public void Render_FunctionOfTheProjectThatFails_IsNamedWithItsFileAndLine()
    {
        using var site = new SiteBuilder().With("eleventy.config.js", "const boxes = require(\"./lib/boxes.js\");\nmodule.exports = (c) => c.amendLibrary(\"md\", (md) => md.use(require(\"markdown-it-container\"), \"note\", boxes));")
            .With("lib/boxes.js", "module.exports = {\n  render(tokens, at) {\n    return manque.texte;\n  },\n};").WithPage("a.md", "title: a", "un\n\n:::note\nx\n:::");
        var page = site.Load().Page("a.md");

        Assert.Equal("<p>un</p>\n<div class=\"note\">\n<p>x</p>\n</div>", page.Body.Value.Trim());
        var problem = Assert.Single(page.Text.Value.Problems, static problem => problem.Rule == DiagnosticRules.EleventyConfiguration);
        Assert.Contains("«\u00a0lib/boxes.js\u00a0», ligne 3", problem.Message, StringComparison.Ordinal);
        Assert.Equal(7, problem.Line);
    }

    // What markdown-it writes by itself is no mistake of the page's: its styles, and ids that the layout has.
    [Theory]
    [InlineData(Plain, "|a|b|c|\n|:-:|--:|:--|\n|d|e|f|", "<th class=\"fr-cell--center\">a</th>")]
    [InlineData(Plain, "|a|b|c|\n|:-:|--:|:--|\n|d|e|f|", "<td class=\"fr-cell--right\">e</td>")]
    [InlineData(Plain, "|a|b|c|\n|:-:|--:|:--|\n|d|e|f|", "<td>f</td>")]
    [InlineData(Plain, "## Contenu", "<h2 id=\"contenu-1\">Contenu</h2>")]
    [InlineData(Plain, "a <b id=\"un\">b</b>\n\n## Un", "<h2 id=\"un-1\">Un</h2>")]
    [InlineData("module.exports = (c) => c.amendLibrary(\"md\", (md) => md.use(require(\"markdown-it-container\"), \"libre\", { validate: () => true, render: (t, i) => t[i].nesting > 0 ? \"<section>\" : \"</section>\" }));",
        ":::tout\nx\n:::", "<section><p>x</p>\n</section>")]
    public void Render_WhatMarkdownItWrites_IsNoMistakeOfThePage(string configuration, string body, string expected)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", configuration).WithPage("a.md", "title: a", body);
        var page = site.Load().Page("a.md");

        Assert.Contains(expected, page.Body.Value, StringComparison.Ordinal);
        Assert.Empty(page.Text.Value.Problems);
    }

    // Then nothing is known of the project's plugins, and the site's own Markdown has more of what pages are written with than a bare markdown-it.
    [Theory]
    [InlineData("module.exports = (c) => c.amendLibrary(\"md\", (md) => md.use(require(\"markdown-it-attrs\")));", false)]
    [InlineData("module.exports = (c) => {", true)]
    public void Render_ConfigurationThatMayNotOrCannotRun_HasTheSitesMarkdown(string configuration, bool mayRun)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", configuration).WithPage("a.md", "title: a", "## Un {#deux}\n\n:::info Titre\nx\n:::");
        var body = site.Load(new ContentOptions { Scripts = mayRun }).Page("a.md").Body.Value;

        Assert.Contains("<h2 id=\"deux\">Un</h2>", body, StringComparison.Ordinal);
        Assert.Contains("fr-alert--info", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c.addMarkdownHighlighter((code) => manque(code));")]
    [InlineData("c.setLibrary(\"md\", require(\"markdown-it\")({ html: true, highlight: (code) => manque(code) }));")]
    public void Render_HighlighterThatFails_LeavesTheCodeAsItIs(string set)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", $"module.exports = (c) => {{ {set} }};").WithPage("a.md", "title: a", "```js\na < b\n```\n\n- [x] fin");
        var page = site.Load().Page("a.md");

        Assert.Equal("<pre><code class=\"language-js\">a &lt; b\n</code></pre>\n<ul>\n<li>[x] fin</li>\n</ul>", page.Body.Value.Trim());
        Assert.Contains("«\u00a0highlight\u00a0» échoue", Assert.Single(page.Text.Value.Problems, static problem => problem.Rule == DiagnosticRules.EleventyConfiguration).Message, StringComparison.Ordinal);
    }

    // Marks to which a plugin gives a meaning are no slips; to others they are.
    [Theory]
    [InlineData(Plugged, 0)]
    [InlineData(Plugins, 1)]
    public void Render_MarksOfAPlugin_AreNoSlips(string configuration, int expected)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", configuration).WithPage("a.md", "title: a", "a[^1] ==b==\n\n[^1]: n");

        Assert.Equal(expected, site.Load().Page("a.md").Text.Value.Problems.Count(static problem => problem.Rule == DiagnosticRules.ForeignSyntax));
    }

    // Functions that forget to declare a variable: it is there for the run, and gone with the next page.
    [Fact]
    public void Render_FunctionThatSetsANameOfNobody_HasItForThePage()
    {
        using var site = new SiteBuilder().With("eleventy.config.js", """
            module.exports = (c) => {
              c.amendLibrary("md", (md) => md.use(require("markdown-it-container"), "note", { render: (tokens, at) => { if (tokens[at].nesting < 0) return "</div>"; classe = "n"; return `<div class="${classe}">`; } }));
              c.addShortcode("reste", () => typeof classe);
            };
            """).WithPage("a.md", "title: a", ":::note\nx\n:::").WithPage("b.md", "title: b", "{% reste %}");
        var content = site.Load();

        Assert.Equal("<div class=\"n\"><p>x</p>\n</div>", content.Page("a.md").Body.Value.Trim());
        Assert.Equal("<p>undefined</p>", content.Page("b.md").Body.Value.Trim());
    }

    // A plugin that cannot run costs itself; a configuration that stops keeps what it said until then.
    [Theory]
    [InlineData("c.addPlugin(() => { throw new Error(\"non\"); }); c.setLibrary(\"md\", md({ html: true, breaks: true }));")]
    [InlineData("c.setLibrary(\"md\", md({ html: true, breaks: true })); throw new Error(\"non\");")]
    public void Render_ConfigurationOfWhichAPartFails_KeepsTheRest(string body) =>
        Assert.Equal("<p>a<br>\nb</p>", Body($"const md = require(\"markdown-it\"); module.exports = (c) => {{ {body} }};", "title: a", "a\nb"));

    // A name in templateEngineOverride stands in the place of all engines: Markdown is one of them.
    [Theory]
    [InlineData("a.njk", "njk,md", "<h2 id=\"a\">a</h2>")]
    [InlineData("a.html", "liquid, md", "<h2 id=\"a\">a</h2>")]
    [InlineData("a.njk", "njk", "## a")]
    [InlineData("a.md", "njk", "## a")]
    [InlineData("a.md", "njk,md", "<h2 id=\"a\">a</h2>")]
    public void Render_PageThatNamesItsEngines_PassesThroughThose(string path, string engines, string expected) =>
        Assert.Equal(expected, Body(Plain, "title: a\ntemplateEngineOverride: " + engines, "## {{ title }}", path));

    [Fact]
    public void Render_PackageOfTheProject_IsData() => Assert.Equal("<p>essai 1.2</p>", Body(
        Plain, "title: a", "{{ pkg.name }} {{ pkg.version }}", more: static site => site.With("package.json", """{ "name": "essai", "version": "1.2" }""")));

    [Theory]
    [InlineData("b.md", "/b/")]
    [InlineData("./b.md#x", "/b/#x")]
    [InlineData("/pages/d/c.md?q=1", "/d/long/?q=1")]
    [InlineData("pages/d/c.md", "/d/long/")]
    [InlineData("d/c.md", "/d/long/")]
    [InlineData("nul.md", "nul.md")]
    [InlineData("cache.md", "cache.md")]
    [InlineData("https://exemple.fr/b.md", "https://exemple.fr/b.md")]
    [InlineData("//exemple.fr/b.md", "//exemple.fr/b.md")]
    [InlineData("../../b.md", "/b/")]
    public void Render_LinkToAFile_LeadsToItsPageWhereTheProjectAsksForIt(string link, string expected)
    {
        using var site = new SiteBuilder()
            .With("eleventy.config.mjs", "import { InputPathToUrlTransformPlugin } from \"@11ty/eleventy\";\nexport default (c) => { c.addPlugin(InputPathToUrlTransformPlugin); return { dir: { input: \"pages\" } }; };")
            .WithPage("pages/a.md", "title: a", $"[x]({link})").WithPage("pages/b.md", "title: b").WithPage("pages/cache.md", "title: c\ndraft: true")
            .WithPage("pages/d/c.md", "title: c\npermalink: /d/long/");

        Assert.Equal($"<p><a href=\"{expected}\">x</a></p>", site.Load().Page("a.md").Body.Value.Trim());
    }

    [Fact]
    public void Render_LinkToAFileWhosePageMoves_FollowsIt()
    {
        using var site = new SiteBuilder()
            .With("eleventy.config.mjs", "import { InputPathToUrlTransformPlugin } from \"@11ty/eleventy\";\nexport default (c) => { c.addPlugin(InputPathToUrlTransformPlugin); };")
            .WithPage("a.md", "title: a", "[x](b.md)").WithPage("b.md", "title: b");
        var loader = new ContentLoader(new ContentOptions(), TimeProvider.System);
        Assert.Contains("\"/b/\"", loader.LoadChanges(site.Root, isThorough: true)!.Pages.Single(static page => page.SourcePath == "a.md").Body.Value, StringComparison.Ordinal);

        site.WithPage("b.md", "title: b\npermalink: /ailleurs/");

        Assert.Contains("\"/ailleurs/\"", loader.LoadChanges(site.Root, isThorough: true)!.Pages.Single(static page => page.SourcePath == "a.md").Body.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_PaginationThatShowsItsAddresses_KnowsThem()
    {
        using var site = new SiteBuilder().With("eleventy.config.js", "module.exports = () => ({ markdownTemplateEngine: \"njk\" });").WithPage(
            "a.md", "title: a\nliste: [u, d]\npagination: { data: liste, size: 1 }\npermalink: \"/a/{% if pagination.pageNumber %}{{ pagination.pageNumber }}/{% endif %}\"",
            "{{ pagination.hrefs.length }} {{ pagination.hrefs | join(\" \") }}");

        Assert.Equal(["<p>2 /a/ /a/1/</p>", "<p>2 /a/ /a/1/</p>"], site.Load().Pages.Select(static page => page.Body.Value.Trim()));
    }

    [Fact]
    public void Render_NamesOfCollections_StandInTheOrderOfTheFiles()
    {
        using var site = new SiteBuilder().With("eleventy.config.js", "module.exports = () => ({ markdownTemplateEngine: \"njk\" });")
            .WithPage("b.md", "title: b\ndate: 2024-01-01\ntags: [air]").WithPage("c.md", "title: c\ndate: 2023-01-01\ntags: [eau]")
            .WithPage("a.md", "title: a", "{% for nom, pages in collections %}{{ nom }}{{ pages.length }} {% endfor %}");

        Assert.Equal("<p>all3 air1 eau1</p>", site.Load().Page("a.md").Body.Value.Trim());
    }

    [Theory]
    [InlineData("{}", "b 2 a c false")]
    [InlineData("""{ "dependencies": { "@11ty/eleventy-navigation": "^0.3.5" } }""", "b 2 a c false")]
    [InlineData("""{ "devDependencies": { "@11ty/eleventy-navigation": "^1.0.5" } }""", "a b 2 c")]
    public void Render_Navigation_FollowsTheVersionThatTheProjectAsksFor(string package, string expected) => Assert.Equal($"<p>{expected}</p>", Body(
        "module.exports = () => ({ markdownTemplateEngine: \"njk\" });", "title: a\neleventyNavigation: { key: a, order: 1 }",
        "{% for e in collections.all | eleventyNavigation %}{{ e.title }} {% if e.children.length %}{{ e.children.length }} {% endif %}{% if e.key == \"c\" %}{{ e.url }}{% endif %}{% endfor %}",
        more: site => site.With("package.json", package).WithPage("b.md", "title: b\neleventyNavigation: { key: b }").WithPage("c.md", "title: c\npermalink: false\neleventyNavigation: { key: c" + (expected[0] == 'a' ? "" : ", order: 2") + " }")
            .WithPage("d.md", "title: d\neleventyNavigation: { key: d, parent: b }").WithPage("e.md", "title: e\neleventyNavigation: { key: e, parent: b }")));

    // Right of a sign nunjucks leaves parentheses out.
    [Theory]
    [InlineData("{{ \"x\" ~ 1 + 2 }}", "x12")]
    [InlineData("{{ \"x\" ~ (1 + 2) }}", "x3")]
    [InlineData("{{ 1 + 2 ~ \"x\" }}", "3x")]
    [InlineData("{{ 1 + 2 + \"x\" ~ 3 ~ 4 * 2 }}", "3x38")]
    public void Render_SumsAndJoinedTexts_AsNunjucks(string body, string expected) =>
        Assert.Equal($"<p>{expected}</p>", Body("module.exports = () => ({ markdownTemplateEngine: \"njk\" });", "title: a", body));

    [Theory]
    [InlineData("{{ pagination.firstPageHref }} {{ pagination.previousPageHref }} {{ pagination.nextPageHref }} {{ pagination.lastPageHref }}", "/a/ /a/ /a/2/ /a/2/")]
    [InlineData("{{ pagination.href.first }} {{ pagination.href.previous }} {{ pagination.href.next }} {{ pagination.href.last }}", "/a/ /a/ /a/2/ /a/2/")]
    public void Render_AddressesAroundAPageOfAList_HaveEleventysNames(string body, string expected)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", Plain).WithPage("a.md", "title: a\nliste: [u, d, t]\npagination: { data: liste, size: 1 }", body);

        Assert.Equal($"<p>{expected}</p>", site.Load().Pages.Single(static page => page.Url == "/a/1/").Body.Value.Trim());
    }

    [Theory]
    [InlineData("d/a.11tydata.json", """{ "override:mots": ["page"] }""", "page,a")]
    [InlineData("d/d.11tydata.json", """{ "override:mots": ["dossier"] }""", "dossier,a")]
    [InlineData("d/a.11tydata.json", """{ "mots": ["page"] }""", "d,page,a")]
    public void Render_DataFileThatOverrides_ReplacesWhatIsBelowIt(string path, string data, string expected) => Assert.Equal(
        $"<p>{expected}</p>", Body(Plain, "title: a\nmots: [a]", "{{ mots | join: \",\" }}", "d/a.md", site => site.With("d/d.json", """{ "mots": ["d"] }""").With(path, data)));

    [Theory]
    [InlineData("layouts: \"_layouts\"", "_layouts/l.njk")]
    [InlineData("layouts: \"_includes\"", "_includes/l.njk")]
    [InlineData("includes: \"_fragments\", layouts: \"_layouts\"", "_layouts/l.njk")]
    [InlineData("includes: \"_fragments\"", "_fragments/l.njk")]
    public void Render_DataOfALayout_IsReadWhereTheProjectKeepsIt(string folders, string layout) => Assert.Equal("<p>bleu</p>", Body(
        $"module.exports = () => ({{ dir: {{ {folders} }} }});", "title: a\nlayout: l.njk", "{{ couleur }}",
        more: site => site.With(layout, "---\ncouleur: bleu\n---\n").With(folders.Contains("_fragments", StringComparison.Ordinal) ? "_fragments/x.njk" : "_includes/x.njk", "x")));

    private const string Njk = "module.exports = () => ({ markdownTemplateEngine: \"njk\" });";

    // Versions 2 and 3 of Eleventy have different ones of the package that makes parts of addresses.
    [Theory]
    [InlineData("Mise en œuvre", "mise-en-oeuvre", "mise-en-uvre")]
    [InlineData("Les professionnel·le·s", "les-professionnel-le-s", "les-professionnelles")]
    [InlineData("Über für Öl", "ueber-fuer-oel", "ueber-fuer-oel")]
    [InlineData("C'est d'ici", "c-est-d-ici", "c-est-d-ici")]
    [InlineData("it's ok", "it-s-ok", "its-ok")]
    [InlineData("CO₂ & n° 3", "co-and-n-3", "co-and-n-3")]
    [InlineData("10 €", "10", "10-e")]
    [InlineData("Étape 1\u00A0: l’été", "etape-1-l-ete", "etape-1-l-ete")]
    [InlineData("Ça_va… 🧢", "ca-va", "ca-va")]
    [InlineData("Ñandú ßtraße", "nandu-sstrasse", "nandu-sstrasse")]
    [InlineData("I ♥ U", "i-love-u", "i-love-u")]
    [InlineData("x^2 `y` a´b", "x-2-y-a-b", "x2-y-ab")]
    [InlineData("Łódź Ærø", "lodz-aero", "lodz-aero")]
    [InlineData("Привет", "privet", "privet")]
    [InlineData("a1\uFE0F\u20E3b", "a1-b", "a1b")]
    public void Render_PartOfAnAddress_IsThatOfTheVersion(string title, string second, string third)
    {
        string Slug(string configuration, string version) => Body(
            configuration, "title: a", $"{{{{ \"{title}\" | slugify }}}} {{{{ titre | slugify }}}}\n\n## {title}",
            more: site => site.With("package.json", $$"""{ "devDependencies": { "@11ty/eleventy": "{{version}}" } }""").With("_data/titre.json", $"\"{title}\""));

        foreach (var configuration in (string[])[Njk, Plain])
        {
            Assert.StartsWith($"<p>{second} {second}</p>\n<h2 id=\"{second}\"", Slug(configuration, "^2.0.1"), StringComparison.Ordinal);
            Assert.StartsWith($"<p>{third} {third}</p>\n<h2 id=\"{third}\"", Slug(configuration, "^3.0.0"), StringComparison.Ordinal);
        }
    }

    // The older filter is another package's.
    [Theory]
    [InlineData("1.1", "1.1")]
    [InlineData("L'été & l’eau", "l'ete-and-l'eau")]
    [InlineData("Stratégie (RGESN)", "strategie-(rgesn)")]
    [InlineData("50 % d'œufs", "50-percent-d'oeufs")]
    public void Render_OlderPartOfAnAddress_IsThatOfItsPackage(string title, string expected)
    {
        foreach (var configuration in (string[])[Njk, Plain])
        {
            using var site = new SiteBuilder().With("eleventy.config.js", configuration).With("_data/titre.json", $"\"{title}\"")
                .WithPage("a.md", "title: a\npermalink: \"/x/{{ titre | slug | safe }}/\"", "{{ titre | slug | safe }}")
                .With("b.11tydata.js", "module.exports = { permalink: function (data) { return `/y/${this.slug(data.titre)}/`; } };").WithPage("b.md", "title: b", "b");
            var content = site.Load();

            Assert.Equal($"<p>{expected}</p>", content.Page("a.md").Body.Value.Trim());
            Assert.Equal($"/x/{expected}/", content.Page("a.md").Url);
            Assert.Equal($"/y/{expected}/", content.Page("b.md").Url);
        }
    }

    // By the path of the file: the address of a page in another language may be any.
    [Theory]
    [InlineData("{{ \"/contact/\" | locale_url }}", "/fr/contact/")]
    [InlineData("{{ \"/contact\" | locale_url }}", "/fr/contact")]
    [InlineData("{{ \"/contact/\" | locale_url(\"en\") }}", "/en/contact/")]
    [InlineData("{{ \"/fr/a-propos/\" | locale_url(\"en\") }}", "/en/about-us/")]
    [InlineData("{{ \"/en/about-us\" | locale_url }}", "/fr/a-propos/")]
    [InlineData("{{ \"/fr/a-propos/\" | locale_url }}", "/fr/a-propos/")]
    [InlineData("{{ \"/seule/\" | locale_url }}", "/seule/")]
    [InlineData("{{ \"/rien/\" | locale_url }}", "/rien/")]
    public void Render_AddressInALanguage_IsThatOfTheTranslation(string body, string expected) => Assert.Equal($"<p>{expected}</p>", Body(
        Njk, "title: a\nlang: fr", body, "fr/a.md", static site => site.WithPage("fr/contact.md", "title: c\nlang: fr").WithPage("en/contact.md", "title: c\nlang: en")
            .WithPage("fr/about/index.md", "title: p\npermalink: /fr/a-propos/\nlang: fr").WithPage("en/about/index.md", "title: p\npermalink: /en/about-us/\nlang: en").WithPage("seule.md", "title: s")));

    [Theory]
    [InlineData("templateEngineOverride: false", "Ici {{ x }} de *gabarit*.")]
    [InlineData("templateEngineOverride: md", "<p>Ici {{ x }} de <em>gabarit</em>.</p>")]
    [InlineData("x: y", "<p>Ici y de <em>gabarit</em>.</p>")]
    public void Render_PageWithoutEngines_IsItsText(string frontMatter, string expected) =>
        Assert.Equal(expected, Body(Njk, "title: a\n" + frontMatter, "Ici {{ x }} de *gabarit*."));

    // What the package for images tells of a file of the project, beside its mark-up.
    [Theory]
    [InlineData("{% figure \"./a.png\" %}", "<figure data-x=\"1\"><picture><img src=\"/d/a.png\" alt=\"x\" decoding=\"async\" width=\"1\" height=\"1\"></picture></figure>")]
    [InlineData("{% soi \"./a.png\" %}", "<img src=\"/d/a.png\" width=\"1\" height=\"1\" alt=\"\">")]
    public void Render_SizeOfAnImage_IsKnownToTheProject(string body, string expected)
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        AssertBody(
            expected,
            """
            const path = require("path"), resize = require("@11ty/eleventy-img");
            module.exports = (c) => {
              const file = (page, src) => path.resolve(path.dirname(page.inputPath), src);
              c.addAsyncShortcode("figure", async function (src) {
                const found = await resize(file(this.page, src), { formats: ["avif", "webp", "auto"] }), width = Math.max(...Object.values(found)[0].map((each) => each.width));
                return `<figure data-x="${width}">${resize.generateHTML(found, { alt: "x" })}</figure>`;
              });
              c.addShortcode("soi", function (src) {
                const { png: [one] } = resize.statsSync(file(this.page, src), { formats: [null] });
                return `<img src="${one.url}" width="${one.width}" height="${one.height}" alt="">`;
              });
              return { markdownTemplateEngine: "njk" };
            };
            """, "title: a", body, "d/a.md", site => site.With("d/a.png", png));
    }

    // No two ids of a page are the same, and a page that is made again has those that it had, whatever was made before it.
    [Theory]
    [InlineData("njk", "{% set un = nanoid() %}{% set deux = nanoid() %}<i id=\"g-{{ un }}-1\"></i><i id=\"g-{{ deux }}-1\"></i>")]
    [InlineData("njk", "{% bloc %}{% bloc %}")]
    [InlineData("liquid", "{% bloc %}{% bloc %}")]
    [InlineData("liquid", "{{ \"x\" | marque }}{{ \"y\" | marque }}")]
    [InlineData("liquid", "{% bloc %}{{ \"y\" | marque }}")]
    public void Render_IdsThatAPackageMakes_AreThePagesOwn(string engine, string body)
    {
        using var site = new SiteBuilder().With(
            "eleventy.config.js",
            $"const {{ nanoid }} = require(\"nanoid\");\nmodule.exports = (c) => {{ c.addNunjucksGlobal(\"nanoid\", () => nanoid()); const marque = () => `<i id=\"g-${{nanoid()}}-1\"></i>`;\n"
                + $"c.addShortcode(\"bloc\", marque); c.addFilter(\"marque\", marque); return {{ markdownTemplateEngine: \"{engine}\" }}; }};")
            .WithPage("a.md", "title: a", body.Replace("| marque }}", engine == "njk" ? "| marque | safe }}" : "| marque }}", StringComparison.Ordinal)).WithPage("b.md", "title: b", body);
        var loader = new ContentLoader(new ContentOptions(), TimeProvider.System);
        string Of(string path) => loader.LoadChanges(site.Root, isThorough: true)!.Pages.Single(page => page.SourcePath == path).Body.Value;
        var first = Of("a.md");
        var ids = first.Split("id=\"").Skip(1).Select(static rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).ToArray();

        Assert.Equal(2, ids.Distinct().Count());
        site.WithPage("a.md", "title: autre", body);
        Assert.Equal(first, Of("a.md"));
    }

    // A page that is hidden, or moves, is named nowhere at its old address.
    [Theory]
    [InlineData("{{ \"/fr/a/\" | locale_url(\"en\") }}", "draft: true", "/fr/a/")]
    [InlineData("{{ \"/fr/a/\" | locale_url(\"en\") }}", "permalink: /en/ailleurs/", "/en/ailleurs/")]
    [InlineData("{% include \"lien.njk\" %}", "draft: true", "/fr/a/")]
    public void Render_AddressInALanguage_FollowsThePage(string body, string change, string expected)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", Njk).With("_includes/lien.njk", "{{ \"/fr/a/\" | locale_url(\"en\") }}")
            .WithPage("fr/a.md", "title: a\nlang: fr", body).WithPage("en/a.md", "title: a\nlang: en\npermalink: /en/secret/");
        var loader = new ContentLoader(new ContentOptions(), TimeProvider.System);
        string Body() => loader.LoadChanges(site.Root, isThorough: true)!.Pages.Single(static page => page.SourcePath == "fr/a.md").Body.Value.Trim();
        Assert.Equal("<p>/en/secret/</p>", Body());

        site.WithPage("en/a.md", "title: a\nlang: en\n" + change);

        Assert.Equal($"<p>{expected}</p>", Body());
    }

    // Of one load: the page opens and closes while nothing is loaded.
    [Fact]
    public void Render_AddressInALanguageAtAnotherInstant_IsThatOfThePagesThatArePublicThen()
    {
        using var site = new SiteBuilder().With("eleventy.config.js", Njk)
            .WithPage("fr/a.md", "title: a\nlang: fr", "{{ \"/fr/a/\" | locale_url(\"en\") }}").WithPage("en/a.md", "title: a\nlang: en\nexpiryDate: 2999-01-01");
        var content = new ContentLoader(new ContentOptions(), TimeProvider.System).Load(site.Root);
        string At(int year) => content.PagesAt!(new DateTimeOffset(year, 6, 1, 0, 0, 0, TimeSpan.Zero)).Single(static page => page.SourcePath == "fr/a.md").Body.Value.Trim();

        Assert.Equal("<p>/en/a/</p>", At(2998));
        Assert.Equal("<p>/fr/a/</p>", At(2999));
    }

    // Parts of a path are languages only where pages are in them.
    [Theory]
    [InlineData("{{ \"/ia/contact/\" | locale_url(\"ux\") }}", "/ia/contact/")]
    [InlineData("{{ \"/la-loi/\" | locale_url(\"le-plan\") }}", "/la-loi/")]
    [InlineData("{{ \"/la-loi/contact/\" | locale_url(\"le-plan\") }}", "/la-loi/contact/")]
    [InlineData("{{ \"/ia/fr/usage/\" | locale_url(\"en\") }}", "/ia/en/usage/")]
    [InlineData("{{ \"/fr/la-loi/\" | locale_url(\"en\") }}", "/en/la-loi/")]
    public void Render_AddressInALanguage_TakesNoOtherFolderForOne(string body, string expected) => AssertBody(
        $"<p>{expected}</p>", Njk, "title: a\nlang: fr", body, "fr/a.md", static site => site.WithPage("ia/contact.md", "title: c").WithPage("ux/contact.md", "title: c")
            .WithPage("la-loi.md", "title: l").WithPage("le-plan.md", "title: l").WithPage("la-loi/contact.md", "title: l").WithPage("le-plan/contact.md", "title: l")
            .WithPage("ia/fr/usage.md", "title: u\nlang: fr").WithPage("ia/en/usage.md", "title: u\nlang: en").WithPage("fr/la-loi.md", "title: l\nlang: fr").WithPage("en/la-loi.md", "title: l\nlang: en"));

    // Long words take no more than their length; half a sign is none.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_LongOrBrokenText_IsMade(int version)
    {
        var word = new string('a', 200_000);

        Assert.Equal(word, EleventySlug.Of(word, version));
        Assert.Equal("e-a", EleventySlug.Of("é\uD83Da", version));
    }

    // The limit of a pattern is by the clock on the wall: a busy machine alone may reach it, an endless pattern does twice.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(9, 2)]
    public void TwiceAtMost_PatternThatTookTooLong_IsTriedOnceMore(int slow, int expected)
    {
        var runs = 0;
        int Run() => ++runs > slow ? runs : throw new SandboxException("lent", 0, isLimit: true, new System.Text.RegularExpressions.RegexMatchTimeoutException());

        var failure = Record.Exception(() => Sandbox.TwiceAtMost(Run));

        Assert.Equal((expected, slow > 1), (runs, failure is SandboxException));
    }

    [Fact]
    public void TwiceAtMost_OtherLimit_IsNotTriedAgain()
    {
        var runs = 0;

        Assert.Throws<SandboxException>(() => Sandbox.TwiceAtMost<int>(() => ++runs > 0 ? throw new SandboxException("trop", 0, isLimit: true) : 0));
        Assert.Equal(1, runs);
    }

    [Fact]
    public void Render_SizeOfAnImageThatChanges_IsTheNewOne()
    {
        static string Svg(int width) => $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"10\"></svg>";
        using var site = new SiteBuilder()
            .With("eleventy.config.js", "const resize = require(\"@11ty/eleventy-img\");\nmodule.exports = (c) => { c.addShortcode(\"largeur\", (src) => { const { svg: [one] } = resize.statsSync(src, { formats: [\"svg\"] }); return `${one.width}`; }); };")
            .With("a.svg", Svg(20)).WithPage("a.md", "title: a", "{% largeur \"./a.svg\" %}");
        var loader = new ContentLoader(new ContentOptions(), TimeProvider.System);
        string Body() => loader.LoadChanges(site.Root, isThorough: true)!.Pages.Single().Body.Value.Trim();
        Assert.Equal("<p>20</p>", Body());

        site.With("a.svg", Svg(3000));

        Assert.Equal("<p>3000</p>", Body());
    }

    // Told on some pages only, and no longer once a page is corrected.
    [Fact]
    public void Render_PagesAfterSomeThatAskForTooMuch_AreTriedAgainWhenOneIsCorrected()
    {
        using var site = new SiteBuilder().With(
            "eleventy.config.js",
            "module.exports = (c) => c.amendLibrary(\"md\", (md) => md.use(require(\"markdown-it-container\"), \"lourd\", { render: function f() { return f() + 1; } }));");
        var loader = new ContentLoader(new ContentOptions(), TimeProvider.System);
        static int Told(PlansWeb.Content.Site.SiteContent content) => content.Problems.Count(static problem => problem.Message.Contains("n’est plus essayé", StringComparison.Ordinal));
        for (var i = 0; i < 4; i++)
        {
            site.WithPage($"a{i}.md", "title: a", "::: lourd\nx\n:::");
        }

        Assert.Equal(4, loader.LoadChanges(site.Root, isThorough: true)!.Problems.Count(static problem => problem.Message.Contains("trop de calcul", StringComparison.Ordinal)));
        for (var i = 0; i < 40; i++)
        {
            site.WithPage($"z{i}.md", "title: z");
        }

        Assert.InRange(Told(loader.LoadChanges(site.Root, isThorough: true)!), 1, 20 + Environment.ProcessorCount);
        site.WithPage("a0.md", "title: a");
        loader.LoadChanges(site.Root, isThorough: true);
        site.WithPage("nouvelle.md", "title: n");

        var last = loader.LoadChanges(site.Root, isThorough: true)!;

        Assert.DoesNotContain(last.Problems, static problem => problem.File == "nouvelle.md" && problem.Message.Contains("n’est plus essayé", StringComparison.Ordinal));
    }
}
