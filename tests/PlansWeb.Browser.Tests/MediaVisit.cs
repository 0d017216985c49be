namespace PlansWeb.Browser.Tests;

/// <summary>What goes wrong on a page for those who set their system otherwise; each list is empty where nothing does.</summary>
/// <param name="Edges">Controls without an edge in forced colours.</param>
/// <param name="Icons">Icons that vanish in forced colours.</param>
/// <param name="Moving">What moves.</param>
/// <param name="Printed">Menus and buttons left on paper, links outside without their address.</param>
/// <param name="Sheets">A4 sheets that the page takes.</param>
/// <param name="Unreachable">Links of the header that a phone without JavaScript cannot reach.</param>
/// <param name="DeadButtons">Buttons that do nothing without JavaScript.</param>
public sealed record MediaVisit(
    IReadOnlyList<string> Edges, IReadOnlyList<string> Icons, IReadOnlyList<string> Moving, IReadOnlyList<string> Printed, int Sheets,
    IReadOnlyList<string> Unreachable, IReadOnlyList<string> DeadButtons);
