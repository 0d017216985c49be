namespace PlansWeb.Browser.Tests;

/// <summary>What a page costs.</summary>
/// <param name="First">Requests of a first visit, with an empty cache.</param>
/// <param name="Reload">Requests of the same page asked again.</param>
/// <param name="Next">Requests of the page for someone who came through the pages before it.</param>
/// <param name="Elements">Elements of the document.</param>
/// <param name="ElementsOfEcoIndex">The same without what is inside drawings.</param>
/// <param name="CssUse">Share of the style sheets that the page used, in per cent.</param>
/// <param name="Cookies">Cookies and stored entries left behind.</param>
public sealed record WeightVisit(
    IReadOnlyList<WireRequest> First, IReadOnlyList<WireRequest> Reload, IReadOnlyList<WireRequest> Next, int Elements, int ElementsOfEcoIndex,
    double CssUse, int Cookies)
{
    /// <summary>Bytes of a first visit.</summary>
    public int Bytes => First.Sum(request => request.Bytes);

    /// <summary>Bytes of a first visit, of one type.</summary>
    public int BytesOf(string type) => First.Where(request => request.Type == type).Sum(request => request.Bytes);
}
