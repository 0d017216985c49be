using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;

namespace PlansWeb.Declarations;

/// <summary>What the layouts of the declarations write below the text of the page's file: the search finds « Défenseur des droits » there too.</summary>
internal sealed class DeclarationTexts : IPageMaker
{
    private static readonly Dictionary<string, OnDemand<PageBody>> s_accessibility = ByLanguage(static () => Of(
        [
            (Texts.AccessibilityStateHeading, Texts.AccessibilityResults),
            (Texts.AccessibilityChecks, Texts.With(Texts.AccessibilityChecksLead, Rgaa.Criteria.Count())),
            (Texts.AccessibilityGaps, Texts.AccessibilityGapsLead),
            (Texts.AccessibilityMaking, Texts.AccessibilityMadeWith),
            (Texts.AccessibilityContact, Texts.AccessibilityContactLead),
            (Texts.Remedies, $"{Texts.RemediesLead} {Texts.RemedyForm}. {Texts.RemedyDelegate}. {Texts.With(Texts.RemedyPost, Texts.RemedyPostAddress)}."),
        ],
        Rgaa.Topics.SelectMany(static topic => topic.Criteria.Select(static criterion => criterion.Wording).Prepend(topic.Title))));

    private static readonly Dictionary<string, OnDemand<PageBody>> s_ecodesign = ByLanguage(static () => Of(
        [
            (Texts.EcodesignDevices, Texts.EcodesignDevicesText),
        ],
        Rgesn.Topics.SelectMany(static topic => topic.Criteria.Select(static criterion => criterion.Wording).Prepend(topic.Title))));

    /// <inheritdoc/>
    public object Build(SiteContent content, ICollection<Diagnostic> problems) => this;

    /// <inheritdoc/>
    public IReadOnlyList<ContentPage> PagesOf(object part) => [];

    /// <inheritdoc/>
    public PageBody? TextBeside(ContentPage page, object part) => page.Layout switch
    {
        "accessibilite" => In(page.Lang, s_accessibility),
        "ecoconception" => In(page.Lang, s_ecodesign),
        _ => null,
    };

    // Both bodies stay: the language of whoever asks first must not be everybody's.
    private static Dictionary<string, OnDemand<PageBody>> ByLanguage(Func<PageBody> make)
    {
        return new Dictionary<string, OnDemand<PageBody>> { ["fr"] = Made("fr"), ["en"] = Made("en") };

        OnDemand<PageBody> Made(string tag) => new(() =>
        {
            using var language = InterfaceLanguage.Enter(tag);
            return make();
        });
    }

    private static PageBody In(string lang, Dictionary<string, OnDemand<PageBody>> bodies)
    {
        using var language = InterfaceLanguage.Enter(lang);
        return bodies[InterfaceLanguage.Tag].Value;
    }

    private static PageBody Of(IReadOnlyList<(string Heading, string Text)> sections, IEnumerable<LocalText> criteria) => PageBody.Of(
        new Element("div", null, [.. sections.SelectMany(static section => new[] { new Element("h2", null, section.Heading), new Element("p", null, section.Text) }), .. criteria.Select(static text => new Element("p", null, text.ToString()))]).ToHtml(),
        [.. sections.Select(static (section, i) => new Heading(2, $"partie-{i}", section.Heading))]).Value;
}
