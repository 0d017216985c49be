namespace PlansWeb.Tests.Infrastructure;

/// <summary>What a test needs of the machine.</summary>
public static class Needs
{
    /// <summary>Skips the test with the reason; fails it where <c>PLANSWEB_TESTS=all</c> is set, as in continuous integration.</summary>
    public static void That(bool isThere, string otherwise)
    {
        if (isThere)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("PLANSWEB_TESTS") == "all")
        {
            Assert.Fail("PLANSWEB_TESTS=all, but " + otherwise);
        }

        Assert.Skip(otherwise);
    }
}
