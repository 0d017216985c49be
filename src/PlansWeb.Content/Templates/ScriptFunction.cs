namespace PlansWeb.Content.Templates;

/// <summary>A function of a data file, the value of a key until a page's data is known.</summary>
/// <param name="Module">The file.</param>
/// <param name="Path">Its keys in the file, with <c>/</c>.</param>
internal sealed record ScriptFunction(ScriptModule Module, string Path);
