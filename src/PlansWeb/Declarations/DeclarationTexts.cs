using PlansWeb.Content.Diagnostics;
using PlansWeb.Content.Site;
using PlansWeb.Dsfr;

namespace PlansWeb.Declarations;

/// <summary>What the layouts of the declarations write below the text of the page's file: the search finds « Défenseur des droits » there too.</summary>
internal sealed class DeclarationTexts : IPageMaker
{
    private static readonly OnDemand<PageBody> s_accessibility = new(static () => Of(
        [
            (Texts.AccessibilityStateHeading, Texts.AccessibilityResults),
            (Texts.AccessibilityChecks, Texts.With(Texts.AccessibilityChecksLead, Rgaa.Criteria.Count())),
            (Texts.AccessibilityGaps, Texts.AccessibilityGapsLead),
            (Texts.AccessibilityMaking, Texts.AccessibilityMadeWith),
            (Texts.AccessibilityContact, Texts.AccessibilityContactLead),
            (Texts.Remedies, $"{Texts.RemediesLead} {Texts.RemedyForm}. {Texts.RemedyDelegate}. {Texts.RemedyPost}."),
        ],
        Rgaa.Topics.SelectMany(static topic => topic.Criteria.Select(static criterion => criterion.Wording).Prepend(topic.Title))));

    private static readonly OnDemand<PageBody> s_ecodesign = new(static () => Of(
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
        "accessibilite" => s_accessibility.Value,
        "ecoconception" => s_ecodesign.Value,
        _ => null,
    };

    private static PageBody Of(IReadOnlyList<(string Heading, string Text)> sections, IEnumerable<string> criteria) => PageBody.Of(
        new Element("div", null, [.. sections.SelectMany(static section => new[] { new Element("h2", null, section.Heading), new Element("p", null, section.Text) }), .. criteria.Select(static text => new Element("p", null, text))]).ToHtml(),
        [.. sections.Select(static (section, i) => new Heading(2, $"partie-{i}", section.Heading))]).Value;
}
