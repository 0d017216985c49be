namespace PlansWeb.Authoring;

/// <summary>The addresses of this room.</summary>
internal static class RedactionAddresses
{
    /// <summary>The page with all pages and all problems.</summary>
    public const string Overview = "/_redaction/";

    /// <summary>Tells browsers when to show a page again.</summary>
    public const string Changes = Overview + "changements";

    /// <summary>The script that listens to it.</summary>
    public const string Script = Overview + "redaction.js";

    /// <summary>The look of the banner and of the overview.</summary>
    public const string Style = Overview + "redaction.css";
}
