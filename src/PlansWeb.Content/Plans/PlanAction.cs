namespace PlansWeb.Content.Plans;

/// <summary>How far an action is, from what a source says of it.</summary>
internal enum ActionStatus
{
    /// <summary>Announced, prepared or thought about.</summary>
    Announced,

    /// <summary>Tried.</summary>
    Experiment,

    /// <summary>Under way.</summary>
    Underway,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Given up.</summary>
    Dropped,
}

/// <summary>The level that a plan of 2022 set as a target for an action. It says nothing of progress.</summary>
internal enum ActionLevel
{
    /// <summary>To be thought about.</summary>
    Reflexion,

    /// <summary>To be tried.</summary>
    Experimentation,

    /// <summary>To be done.</summary>
    Realisation,
}

/// <summary>Who says so: nothing of the register is shown without it.</summary>
/// <param name="Text">An address, or the title of a document.</param>
/// <param name="Page">Where in it, such as « p. 9 »; empty where it does not say.</param>
internal sealed record Source(string Text, string Page)
{
    /// <summary>Its address, percent-encoded; <see langword="null"/> where it is only named.</summary>
    public string? Href => Uri.TryCreate(Text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address.AbsoluteUri : null;
}

/// <summary>What a source says of an action at a date.</summary>
/// <param name="Date">When it was said.</param>
/// <param name="Status">How far the action is; <see langword="null"/> where only a value is known.</param>
/// <param name="Value">The value of the action's indicator, in its unit.</param>
/// <param name="Comment">What readers should know of it; empty for nothing.</param>
/// <param name="Source">Who says so.</param>
internal sealed record Reading(RegisterDate Date, ActionStatus? Status, RegisterNumber? Value, string Comment, Source Source);

/// <summary>What an administration committed to.</summary>
internal sealed record PlanAction
{
    /// <summary>Unique over all administrations, such as <c>justice-2</c>; the fragment of its address.</summary>
    public required string Id { get; init; }

    /// <summary>Whose action it is.</summary>
    public required Administration Administration { get; init; }

    /// <summary>The title or the name of the plan that it stands in; empty where it comes from a later statement.</summary>
    public string Plan { get; init; } = "";

    /// <summary>What is done.</summary>
    public required string Title { get; init; }

    /// <summary>Its theme, by this site's classification; <see langword="null"/> where none is said.</summary>
    public Theme? Theme { get; init; }

    /// <summary>The level that the plan aims at.</summary>
    public ActionLevel? Level { get; init; }

    /// <summary>When it begins.</summary>
    public RegisterDate? Start { get; init; }

    /// <summary>When it should be done.</summary>
    public RegisterDate? Due { get; init; }

    /// <summary>What is measured; empty for nothing.</summary>
    public string Indicator { get; init; } = "";

    /// <summary>In what unit; empty for none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The value at the beginning.</summary>
    public RegisterNumber? Base { get; init; }

    /// <summary>The value that is aimed at.</summary>
    public RegisterNumber? Target { get; init; }

    /// <summary>Who is in charge: a service, never a person; empty where it is not said.</summary>
    public string Service { get; init; } = "";

    /// <summary>Who says that it is an action of this administration.</summary>
    public required Source Source { get; init; }

    /// <summary>What is known of it, the oldest first.</summary>
    public IReadOnlyList<Reading> Readings { get; init; } = [];

    /// <summary>The reading that tells how far it is: the latest with a status.</summary>
    public Reading? Latest => Readings.LastOrDefault(static reading => reading.Status is not null);

    /// <summary>How far it is; <see langword="null"/> where nothing was published.</summary>
    public ActionStatus? Status => Latest?.Status;

    /// <summary>The date of the last thing known of it.</summary>
    public RegisterDate? LastNews => Readings.Count > 0 ? Readings[^1].Date : null;

    /// <summary>The words of it, folded, for a search.</summary>
    public required string Searched { get; init; }
}

/// <summary>A document of an administration's plan, there or not.</summary>
/// <param name="Administration">Whose it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">When it was published or listed.</param>
/// <param name="Address">Where it can be read: an address, or a file of this site; empty where it cannot.</param>
/// <param name="Size">The format and size that were declared; empty where they were not.</param>
/// <param name="State">The state as it is written; empty where only <paramref name="Address"/> tells.</param>
/// <param name="Source">Who says that there is such a document.</param>
internal sealed record PlanPaper(Administration Administration, string Title, RegisterDate? Date, string Address, string Size, string State, Source Source)
{
    /// <summary>The document can be read.</summary>
    public bool IsThere => Address.Length > 0 && Names.Key(State) is not ("non-disponible" or "indisponible" or "retire");

    /// <summary>Its address, ready for a link; <see langword="null"/> where it cannot be read.</summary>
    public string? Href => !IsThere ? null
        : Uri.TryCreate(Address, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address.AbsoluteUri
        : Address.StartsWith('/') ? Content.Site.Address.Encode(Content.Site.Address.Normalize(Address)) : null;
}

/// <summary>A row of an indicator: a value, a target, or both.</summary>
/// <param name="Series">Which of several measures it is, such as a tool; empty where there is one.</param>
/// <param name="Category">What is measured, such as a kind of device; empty for the whole.</param>
/// <param name="Date">When it was measured; <see langword="null"/> for a target alone.</param>
/// <param name="Value">The value; <see langword="null"/> where it is not known.</param>
/// <param name="Target">The value that is aimed at.</param>
/// <param name="Due">By when.</param>
/// <param name="Comment">What readers should know of it; empty for nothing.</param>
/// <param name="Source">Who says so.</param>
internal sealed record IndicatorRow(
    string Series, string Category, RegisterDate? Date, RegisterNumber? Value, RegisterNumber? Target, RegisterDate? Due, string Comment, Source Source);

/// <summary>Something that is measured over time, for the State or an administration.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What is measured.</param>
/// <param name="Unit">In what unit.</param>
/// <param name="Administration">Whose it is; <see langword="null"/> for the State.</param>
/// <param name="Rows">What is known, in the order of the file.</param>
internal sealed record Indicator(string Id, string Title, string Unit, Administration? Administration, IReadOnlyList<IndicatorRow> Rows)
{
    /// <summary>The row that states a target.</summary>
    public IndicatorRow? Aim => Rows.FirstOrDefault(static row => row.Target is not null);

    /// <summary>The latest value.</summary>
    public IndicatorRow? Latest => Rows.LastOrDefault(static row => row.Value is not null);
}
