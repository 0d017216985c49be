namespace PlansWeb.Commands;

/// <summary>Settings that a command reads cannot be right.</summary>
/// <param name="lines">One French line for each.</param>
internal sealed class SettingsException(IReadOnlyList<string> lines) : Exception(string.Join('\n', lines))
{
    /// <summary>One French line for each.</summary>
    public IReadOnlyList<string> Lines => lines;
}
