using PlansWeb.Content.Diagnostics;

namespace PlansWeb.Content.Checks;

/// <summary>Languages that the text names, in <c>lang</c> and <c>hreflang</c>: a tag that is none leaves screen readers with the wrong voice (RGAA 8.8).</summary>
internal sealed class LanguageRule : IPageRule
{
    /// <inheritdoc/>
    public void Check(CheckedPage page, SiteAddresses site)
    {
        foreach (var attribute in (string[])["lang", "hreflang"])
        {
            foreach (var element in page.Document.Body!.QuerySelectorAll($"[{attribute}]"))
            {
                // An empty lang says that the language is not known (HTML, section 3.2.6.2).
                if (element.GetAttribute(attribute)!.Trim() is { Length: > 0 } tag && !LanguageTag.IsKnown(tag))
                {
                    page.Report(DiagnosticRules.UnknownLanguage, page.PlaceOf(element, attribute), LanguageTag.Message(attribute, tag), LanguageTag.Advice(tag));
                }
            }
        }
    }
}
