using Jint.Native.Object;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates;
using PlansWeb.Content.Templates.Liquid;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Templates;

/// <summary>What <c>eleventy.js</c> finds by a search instead of sign by sign, held against markdown-it as it is published.</summary>
public sealed class MarkdownShortcutTests
{
    private static readonly LiquidContext s_context = new(new Dictionary<string, object?>(), new LiquidPage("/a/", null, "a", "./a.md", "/a", "fr"), LiquidContext.NoCollections);

    public static TheoryData<string> Texts =>
    [
        "", " ", "\n", "  \n  ", "a", "a\n", "a\n\n", "a\n  ", "a\n \t ", "\ta", " \ta\n\t b", "  a\n b\n\tc", "- a\n\n\tb\n  - c\n\t- d", "> a\n>\tb\n> > c\n  ", "```\n\ta\n  b\n```", "1. a\n\n   b\n\n    c\n2) d",
        "a!b#c$d%e&f*g+h-i:j<k=l>m@n[o\\p]q^r_s`t{u}v~w", "*a **b** _c_* ~~d~~ `e` <b>f</b> &amp; &copy; \\* [g](h) ![i](j \"k\")", "été’s « œuvre » 🧢 — …", "a  \nb\\\nc\nd",
        "[a](http://exemple.fr) [b](https://exemple.fr:80/c?d=e&f=g#h) [i](/j/k.l) [m](#n) [o](?p) [q](r.md) [s](mailto:a@b.fr) [t](//u.fr/v)",
        "[a](/b%20c) [d](/e%2) [f](/%zz) [g](/h'i) [j](/k\"l) [m](</n o>) [p](/é) [q](https://É.fr/) [r](https://a@b.fr/@c) [s](HTTP://A.FR/B) [t](http://a..fr) [u](http://) [v](https://a.fr:/w) [x](/y\\(z\\))",
        "<https://exemple.fr/a?b=é> <a@b.fr>", "| a | b |\n|---|:-:|\n| c | d\\|e |", "<div>\n\n*a*\n\n</div>", "a\n===\n\nb\n---\n\n***", "[a]: /b \"c\"\n\n[a] [d][a] [e]",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Render_Text_IsWhatThePublishedPackageGives(string text)
    {
        using var sandbox = new Sandbox(TimeProvider.System);
        var untouched = (ObjectInstance)sandbox.Engine.Invoke(ScriptModule.Modules(sandbox, ScriptFiles.None).Get("npm"), "markdown-it");
        var library = (ObjectInstance)sandbox.Engine.Construct(untouched, [sandbox.Engine.Evaluate("({ html: true })")]);
        library = (ObjectInstance)sandbox.Engine.Invoke(library.Get("disable"), library, ["code"]);
        var expected = sandbox.Engine.Invoke(library.Get("render"), library, [text]).ToString();

        using var folder = new SiteBuilder().With("eleventy.config.js", "module.exports = () => { };");
        var project = EleventyProject.Next(EleventyProject.None, folder.Root, new ContentOptions(), TimeProvider.System);
        using var engine = new ScriptEngine(new SiteTemplates(new Dictionary<string, byte[]>(), project), TimeProvider.System);
        var actual = engine.Markdown(text, s_context).Text.Html;

        // Headings have ids here that markdown-it does not give, and cells a class in place of its style.
        Assert.Equal(System.Text.RegularExpressions.Regex.Replace(expected, " style=\"text-align:(center|right)\"", " class=\"fr-cell--$1\"").Replace(" style=\"text-align:left\"", "", StringComparison.Ordinal), System.Text.RegularExpressions.Regex.Replace(actual, "<(h[1-6]) id=\"[^\"]*\"", "<$1"));
    }
}
