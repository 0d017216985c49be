namespace PlansWeb.Tests.Infrastructure;

/// <summary>The style sheets that the build made.</summary>
public static class Styles
{
    /// <summary>Both sheets, one after the other.</summary>
    public static string All => Read("site.css") + Read("components.css");

    /// <summary>One sheet.</summary>
    public static string Read(string name)
    {
        var path = Path.Combine(Repository.Root, "wwwroot", "css", name);
        Needs.That(File.Exists(path), "the style sheet is not built: build src/PlansWeb");
        return File.ReadAllText(path);
    }
}
