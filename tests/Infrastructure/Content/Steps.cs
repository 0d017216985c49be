namespace PlansWeb.Tests.Infrastructure;

/// <summary>What somebody who added something has still to write.</summary>
public static class Steps
{
    /// <summary>Fails where a step was left out, with one whole line for each: assertions on collections cut their items.</summary>
    public static void AllDone(IEnumerable<string> leftOut)
    {
        if (string.Join('\n', leftOut) is { Length: > 0 } lines)
        {
            Assert.Fail(lines);
        }
    }
}
