namespace PlansWeb.Dsfr.Charts;

/// <summary>What charts say: in <c>ChartTexts.resx</c> (French) and <c>ChartTexts.en.resx</c>, under the member's name.</summary>
internal static class ChartTexts
{
    private static readonly TextResource s_texts = new(typeof(ChartTexts));

    /// <summary>Between what something is called and what is said of it.</summary>
    public static string Colon => s_texts.Get();

    /// <summary>Said of a value that is not known: never 0.</summary>
    public static string NotPublished => s_texts.Get();

    /// <summary>The line of a target.</summary>
    public static string TargetOf(string value) => s_texts.Format("Target", value);

    /// <summary>What a chart shows, in one sentence.</summary>
    public static string ChartCaption(string most, string mostValue, string least, string leastValue, bool isAlone, int unknown)
    {
        var range = isAlone ? s_texts.Format("RangeAlone", most, mostValue) : s_texts.Format("Range", leastValue, least, mostValue, most);
        return unknown == 0 ? range : $"{range} {s_texts.Format(unknown == 1 ? "OneUnknown" : "SomeUnknown", unknown.ToString("N0", InterfaceLanguage.Current))}.";
    }
}
