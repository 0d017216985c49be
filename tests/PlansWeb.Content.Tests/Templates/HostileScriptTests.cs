using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.FrontMatter;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates;
using PlansWeb.Content.Tests.Templates.Liquid;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Templates;

/// <summary>What content must not be able to do through data and templates in JavaScript. Limits are counts: none of these tests looks at a clock.</summary>
[Trait("Lane", "Whole")]
public sealed class HostileScriptTests
{
    private const long MostBytes = 150L * 1024 * 1024;

    // Each is the value of one key of a header.
    public static TheoryData<string> Limits() =>
    [
        "(() => { for (;;) { } })()",
        "(() => { let i = 0; while (true) i++; })()",
        "(function f() { return f(); })()",
        "(() => { const f = (n) => g(n + 1), g = (n) => f(n + 1); return f(0); })()",
        "\"x\".repeat(2e8)",
        "\"x\".padStart(1e9)",
        "\"x\".padEnd(1e9, \"abc\")",
        "(() => { let s = \"x\"; for (let i = 0; i < 40; i++) s += s; return s; })()",
        "(() => { let s = \"xxxxxxxxxxxxxxxx\".repeat(1000); return s + s + s + s + s + s + s + s + s + s + s + s + s + s + s + s + s + s; })()",
        "(() => { let s = \"x\".repeat(200000); return `${s}${s}${s}${s}${s}${s}${s}${s}`.length + `${s}${s}`; })()",
        "(() => { let s = \"x\".repeat(200000); return s.concat(s, s, s, s, s, s); })()",
        "(() => { let s = \"a\".repeat(100000); return s.replaceAll(\"a\", s); })()",
        "(() => { let s = \"a\".repeat(100000); return s.replace(/a/g, s); })()",
        "(() => { let s = \"a\".repeat(100000); return s.replace(/a/g, \"$&$&$&$&$&$&\"); })()",
        "(() => { let s = \"a\".repeat(100000); return s.replace(/a/g, () => s); })()",
        "new Array(1e9).fill(1)",
        "Array(5e6).fill(\"x\").join(\"y\")",
        "Array.from({ length: 1e9 })",
        "Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)",
        "Array.prototype.fill.call({ length: 1e12 }, 1)",
        "(() => { let a = [1]; for (let i = 0; i < 40; i++) a = [...a, ...a]; return a; })()",
        "(() => { let a = [1]; for (let i = 0; i < 40; i++) a = a.concat(a); return a; })()",
        "(() => { let a = [1]; for (let i = 0; i < 40; i++) a.push(...a); return a; })()",
        "(() => { let a = \"x\".repeat(200000); return JSON.stringify(Array(1000).fill(a)); })()",
        "(() => { let a = {}; for (let i = 0; i < 40; i++) a = { a, b: a }; return JSON.stringify(a); })()",
        "(() => { let a = {}; for (let i = 0; i < 40; i++) a = { a, b: a }; return a; })()",
        "(() => { const a = []; a.push(a); return a; })()",
        "JSON.parse(\"[\".repeat(100000))",
        "(() => { for (;;) /^(a+)+$/.test(\"a\".repeat(40) + \"!\"); })()",
        "new RegExp(\"(\".repeat(100000))",
        "({ get a() { for (;;) { } } })",
        "({ get a() { return this.a; } })",
        "({ toJSON() { for (;;) { } }, valueOf() { for (;;) { } }, get b() { return `${this}` + this; }, toString() { for (;;) { } } })",
        "(() => { function* g() { for (;;) yield 1; } return [...g()]; })()",
        "(() => { const m = new Map(); for (let i = 0; ; i++) m.set(i, \"x\".repeat(1000)); })()",
        "new Promise(() => { })",
        "(async () => { for (;;) await null; })()",
        "Function.prototype.apply.call(Math.max, null, { length: 1e9 })",
        "String.raw({ raw: Array(90000).fill(\"x\".repeat(2000)) })",
        "Object.entries(\"x\".repeat(250000)).concat(Object.entries(\"x\".repeat(250000)))",
        "[3, 2, 1].sort(() => { for (;;) { } })",
        "2n ** 100000000n",
    ];

    public static TheoryData<string> Escapes() =>
    [
        "(() => { throw new Error(\"non\"); })()",
        "eval(\"1\")",
        "new Function(\"return 1\")()",
        "(() => { }).constructor(\"return 1\")()",
        "(async () => { }).constructor(\"return 1\")()",
        "(function* () { }).constructor(\"return 1\")()",
        "new ArrayBuffer(3e8)",
        "new Uint8Array(3e8)",
        "new SharedArrayBuffer(8)",
        "new Proxy({}, {})",
        "System.IO.File.ReadAllText(\"/etc/passwd\")",
        "importNamespace(\"System.IO\")",
        "new ShadowRealm()",
        "new WeakRef({})",
        "Temporal.Now.instant()",
        "setTimeout(() => { }, 1)",
        "fetch(\"https://exemple.fr/\")",
        "XMLHttpRequest",
    ];

    [Theory]
    [MemberData(nameof(Limits))]
    [MemberData(nameof(Escapes))]
    public void ReadHeader_HostileScript_IsReportedWithItsLineAndCostsLittle(string script)
    {
        var problems = new DiagnosticLog("a.md", $"---js\n{{ title: {script} }}\n---\n");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var data = new ScriptData(EleventyProject.Alone(TimeProvider.System, mayRun: true)).ReadHeader($"{{ title: {script} }}", "a.md", problems);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        Assert.Empty(data.Entries);
        Assert.Equal(2, Assert.Single(problems.Problems).Line);
    }

    [Theory]
    [InlineData("process.env.PATH")]
    [InlineData("process.env.HOME")]
    [InlineData("globalThis.process?.env?.PATH")]
    [InlineData("typeof require(\"fs\").readFileSync(\"/etc/passwd\") === \"string\" ? 1 : null")]
    [InlineData("require(\"../../../../etc/passwd\").length")]
    [InlineData("`${require(\"node:child_process\").execSync(\"id\")}` || null")]
    public void ReadHeader_FileOrEnvironment_GivesNothing(string script)
    {
        var data = new ScriptData(EleventyProject.Alone(TimeProvider.System, mayRun: true)).ReadHeader($"{{ title: {script} }}", "a.md", new DiagnosticLog("a.md", ""));

        Assert.Null((data["title"] as DataScalar)?.Value);
    }

    [Theory]
    [InlineData("{% for i in range(100000000) %}x{% endfor %}")]
    [InlineData("{% for i in range(30000) %}{% for j in range(30000) %}x{% endfor %}{% endfor %}")]
    [InlineData("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")]
    [InlineData("{% include \"self.njk\" %}")]
    [InlineData("{% set s = \"xxxxxxxxxx\" %}{% for i in range(40) %}{% set s = s + s %}{% endfor %}{{ s }}")]
    [InlineData("{% set s = \"xxxxxxxxxx\" %}{% for i in range(40) %}{% set s = s ~ s %}{% endfor %}{{ s }}")]
    [InlineData("{{ \"x\".repeat(200000000) }}")]
    [InlineData("{{ \"x\" | center(200000000) }}")]
    [InlineData("{{ \"x\" | indent(200000000) }}{{ \"a\\nb\" | indent(200000000) }}")]
    [InlineData("{{ [1, 2] | join(\"x\".repeat(300000)) }}")]
    [InlineData("{{ r/^(a+)+$/.test(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\") }}{% for i in range(100000) %}{{ r/^(a+)+$/.test(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\") }}{% endfor %}")]
    [InlineData("{{ range.constructor(\"return 1\")() }}")]
    [InlineData("{{ \"\".constructor.constructor(\"return 1\")() }}")]
    [InlineData("{{ ({}).__proto__.x }}")]
    [InlineData("{{ title[\"constructor\"] }}")]
    [InlineData("{{ ((((((((((((((((((((((((((((((((((1)))) }}")]
    [InlineData("{% if title %}{{ title }}")]
    [InlineData("{% extends \"/etc/passwd\" %}")]
    [InlineData("{% include \"../../../../etc/passwd\" %}")]
    [InlineData("{% import \"/etc/passwd\" as x %}{{ x.y() }}")]
    public void Render_HostileTemplate_IsReportedWithItsLineAndShowsNoSource(string body)
    {
        var site = new SiteTemplates(new Dictionary<string, byte[]>(), EleventyProject.None);
        var problems = new DiagnosticLog("a.md", body);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var rendered = new NunjucksRenderer(new ScriptEngines(site, TimeProvider.System)).Render("un\n" + body, 5, LiquidSite.Context, problems);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * MostBytes);
        Assert.NotEmpty(problems.Problems);
        Assert.All(problems.Problems, static problem => Assert.True(problem.Line >= 5));
        Assert.DoesNotContain("{%", rendered, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", rendered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ tags.push(\"x\") }}")]
    [InlineData("{{ collections.all[0].data.title.x }}{% set z = collections.all[0] %}{{ z.data.tags.push(1) }}")]
    [InlineData("{% set cycler = 1 %}{% set range = 2 %}{% set title = \"autre\" %}")]
    [InlineData("{{ \"\".replace.call.call }}{{ [].push.apply }}")]
    public void Render_PageThatPoisons_LeavesTheNextOneAsItIs(string poison)
    {
        var engines = new ScriptEngines(new SiteTemplates(new Dictionary<string, byte[]>(), EleventyProject.None), TimeProvider.System);
        var renderer = new NunjucksRenderer(engines);
        const string Next = "{{ title }} {{ tags | join(\",\") }} {% for i in range(2) %}{{ i }}{% endfor %} {{ collections.all | length }}";
        var expected = renderer.Render(Next, 1, LiquidSite.Context, new DiagnosticLog("b.md", ""));

        renderer.Render(poison, 1, LiquidSite.Context, new DiagnosticLog("a.md", ""));

        Assert.Equal(expected, renderer.Render(Next, 1, LiquidSite.Context, new DiagnosticLog("b.md", "")));
        Assert.Equal(1, engines.Made);
    }

    // Each page costs what the limits allow: after a few the others have the site's own Markdown at once.
    [Fact]
    public void Markdown_RuleWithoutEnd_IsNotTriedOnAllPages()
    {
        using var site = new SiteBuilder().With("eleventy.config.js", "module.exports = (c) => c.amendLibrary(\"md\", (md) => { md.renderer.rules.hr = () => { for (;;) { } }; });");
        for (var i = 0; i < 8; i++)
        {
            site.WithPage($"p{i}.md", $"title: Page {i}", "un\n\n***\n\ndeux");
        }

        var pages = site.Load().Pages.Where(static page => page.SourcePath.StartsWith('p')).ToArray();

        Assert.All(pages, static page => Assert.Contains("<p>deux</p>", page.Body.Value, StringComparison.Ordinal));
        Assert.InRange(pages.Count(static page => page.Text.Value.Problems.Any(static problem => problem.Message.Contains("(trop de calcul", StringComparison.Ordinal))), 4, 7);
        Assert.All(pages, static page => Assert.Contains(page.Text.Value.Problems, static problem => problem.Message.Contains("par celui du site", StringComparison.Ordinal)));
    }

    // What a page leaves behind is its own fault: the next one has an engine that is whole.
    [Theory]
    [InlineData("Object.defineProperty(globalThis, \"reste\", { value: 1 })")]
    [InlineData("Object.setPrototypeOf(globalThis, { reste: 1 })")]
    [InlineData("globalThis.reste = 1")]
    public void Markdown_FunctionThatChangesTheGlobalObject_LeavesTheNextPageAsItIs(string change)
    {
        using var site = new SiteBuilder().With("eleventy.config.js", $"module.exports = (c) => c.amendLibrary(\"md\", (md) => {{ md.renderer.rules.hr = () => {{ {change}; return \"<hr>\"; }}; md.renderer.rules.code_inline = () => typeof reste; }});")
            .WithPage("a.md", "title: a", "***").WithPage("b.md", "title: b", "`x`").WithPage("c.md", "title: c", "`x`");
        var content = site.Load();

        Assert.Contains("<hr", content.Page("a.md").Body.Value, StringComparison.Ordinal);
        Assert.Equal("<p>undefined</p>", content.Page("b.md").Body.Value.Trim());
        Assert.Equal("<p>undefined</p>", content.Page("c.md").Body.Value.Trim());
    }

    [Fact]
    public void Configuration_ThatThrowsALongStack_IsReported()
    {
        using var site = new SiteBuilder().With("eleventy.config.js", "module.exports = () => { throw { message: \"non\", stack: \"a\".repeat(250000) }; };").WithPage("a.md", "title: a", "un");
        var content = site.Load();

        Assert.Equal("<p>un</p>", content.Page("a.md").Body.Value.Trim());
        Assert.Contains(content.Problems, static problem => problem.Rule == DiagnosticRules.EleventyConfiguration);
    }

    // Patterns that content gives to a package are read like the packages' own, but not of any length or depth.
    [Theory]
    [InlineData("\"(\".repeat(100000)")]
    [InlineData("\"(\".repeat(20000) + \")\".repeat(20000)")]
    [InlineData("\"a|\".repeat(120000)")]
    public void Markdown_PatternOfContentInAPackage_EndsNothing(string pattern)
    {
        using var site = new SiteBuilder()
            .With("eleventy.config.js", $"module.exports = (c) => c.amendLibrary(\"md\", (md) => {{ md.set({{ linkify: true }}); md.linkify.tlds([{pattern}]); }});").WithPage("a.md", "title: a", "un exemple.fr");

        Assert.Contains("un ", site.Load().Page("a.md").Body.Value, StringComparison.Ordinal);
    }
}
