namespace PlansWeb.Pages;

/// <summary>What is said at an address without a page.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Lead">What the matter is.</param>
/// <param name="Advice">What a reader can do.</param>
internal sealed record Notice(string Title, string Lead, string Advice)
{
    /// <summary>404: no page has this address.</summary>
    public static Notice NotFound => new(Texts.NotFoundTitle, Texts.NotFoundLead, Texts.NotFoundAdvice);

    /// <summary>410: the page that had this address was removed.</summary>
    public static Notice Gone => new(Texts.GoneTitle, Texts.GoneLead, Texts.GoneAdvice);
}
