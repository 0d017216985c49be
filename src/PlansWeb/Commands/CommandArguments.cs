namespace PlansWeb.Commands;

/// <summary>Reads the options of a command: <c>--name value</c>, <c>--name=value</c>, and flags without a value.</summary>
internal sealed class CommandArguments
{
    private readonly Dictionary<string, string?> _options = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _settings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the arguments that follow a command's name.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="values">Names of the options that have a value.</param>
    /// <param name="flags">Names of the options that have none.</param>
    /// <param name="mostPlain">How many arguments without <c>--</c> the command takes.</param>
    /// <param name="takesSettings">Settings of the site may stand among the options, as when it is served: <c>--Site:Url=…</c>.</param>
    /// <exception cref="UsageException">There is something else, or a value is missing.</exception>
    public CommandArguments(ReadOnlySpan<string> arguments, string[] values, string[] flags, int mostPlain = 0, bool takesSettings = false)
    {
        var plain = new List<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i];
            if (!argument.StartsWith('-'))
            {
                plain.Add(plain.Count < mostPlain ? argument : throw new UsageException($"L’argument «\u00a0{argument}\u00a0» est de trop."));
                continue;
            }

            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? argument : argument[..equals];
            if (flags.Contains(name) && equals < 0)
            {
                _options[name] = null;
            }
            else if (values.Contains(name) || (takesSettings && IsSetting(name)))
            {
                var value = equals >= 0 ? argument[(equals + 1)..]
                    : i + 1 < arguments.Length ? arguments[++i]
                    : throw new UsageException($"L’option «\u00a0{name}\u00a0» attend une valeur.");
                if (IsSetting(name))
                {
                    _settings[name[2..]] = value;
                }
                else
                {
                    _options[name] = value;
                }
            }
            else
            {
                throw new UsageException($"L’option «\u00a0{argument}\u00a0» n’existe pas.");
            }
        }

        Plain = plain;
    }

    /// <summary>The arguments without <c>--</c>.</summary>
    public IReadOnlyList<string> Plain { get; }

    /// <summary>The settings of the site that were given, by key.</summary>
    public IReadOnlyDictionary<string, string?> Settings => _settings;

    /// <summary>A flag was given.</summary>
    public bool Has(string flag) => _options.ContainsKey(flag);

    /// <summary>The value of an option, where it was given.</summary>
    public string? Value(string option) => _options.GetValueOrDefault(option);

    private static bool IsSetting(string name) => name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':', StringComparison.Ordinal);
}
