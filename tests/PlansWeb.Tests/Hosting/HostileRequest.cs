namespace PlansWeb.Tests.Hosting;

/// <summary>A row of the table.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Bytes">The request; <c>{page}</c> is the row's own page.</param>
/// <param name="Status">The one right status; 0 where the connection is closed without an answer.</param>
/// <param name="Has">What the head of the answer must have.</param>
/// <param name="HasNot">What no part of it may have.</param>
public sealed record HostileRequest(string Name, string Bytes, int Status, string? Has = null, string? HasNot = null)
{
    public override string ToString() => $"{Name} -> {Status}";
}
