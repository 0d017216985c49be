using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using PlansWeb.Content;
using PlansWeb.Content.Plans;
using PlansWeb.Dsfr;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests;

/// <summary>The texts of the interface.</summary>
public sealed partial class TextsTests
{
    private static readonly Type[] s_owners = [typeof(Texts), typeof(ContentTexts), typeof(RegisterTexts), typeof(InterfaceLanguage).Assembly.GetType("PlansWeb.Dsfr.Charts.ChartTexts", true)!];

    [Theory]
    [InlineData(2022, 4, 1, "1er avril 2022", "2022-04-01")]
    [InlineData(2023, 7, 14, "14 juillet 2023", "2023-07-14")]
    [InlineData(2024, 8, 31, "31 août 2024", "2024-08-31")]
    public void Date_Day_IsWrittenForPeopleAndForMachines(int year, int month, int day, string people, string machines)
    {
        var date = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(people, French.Date(date));
        Assert.Equal(machines, French.IsoDate(date));
    }

    [Fact]
    public void Texts_Punctuation_NeverStandsAtTheBeginningOfALine()
    {
        var texts = typeof(Texts).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (File: "Texts*.cs", field.Name, Text: (string)field.GetValue(null)!))
            .Concat(s_owners.SelectMany(owner => ValuesIn(owner, CultureInfo.InvariantCulture).Select(text => (File: owner.Name + ".resx", text.Name, text.Text))));

        Steps.AllDone(texts.Where(text => Regex.IsMatch(text.Text, "« | [:;!?»]|'|\\.\\.\\."))
            .Select(text => $"{text.File}: « {text.Name} » needs French typography, no-break spaces and the apostrophe ’: {text.Text}"));
    }

    /// <summary>A text is a property of the class and an entry of both files.</summary>
    [Fact]
    public void Texts_EachKey_IsInBothLanguagesAndEachPropertyHasItsKey()
    {
        var missing = new List<string>();
        foreach (var owner in s_owners)
        {
            var french = ValuesIn(owner, CultureInfo.InvariantCulture).ToDictionary(text => text.Name, text => text.Text);
            var english = ValuesIn(owner, CultureInfo.GetCultureInfo("en")).ToDictionary(text => text.Name, text => text.Text);
            missing.AddRange(french.Keys.Except(english.Keys).Select(key => $"{owner.Name}.en.resx: add « {key} »"));
            missing.AddRange(english.Keys.Except(french.Keys).Select(key => $"{owner.Name}.resx: add « {key} »"));
            missing.AddRange(french.Keys.Intersect(english.Keys).Where(key => Places(french[key]) != Places(english[key]))
                .Select(key => $"{owner.Name}.en.resx: « {key} » has other places {{0}} than the French text"));
            foreach (var property in owner.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(string)))
            {
                try
                {
                    property.GetValue(null);
                }
                catch (TargetInvocationException fault) when (fault.InnerException is MissingManifestResourceException)
                {
                    missing.Add($"{owner.Name}.resx: add « {property.Name} »");
                }
            }
        }

        Steps.AllDone(missing.Distinct());
    }

    /// <summary>A text that nothing shows is only one more to translate: each member of the classes is used outside of its declaration, each other entry asked for by its name.</summary>
    [Fact]
    public void Texts_EachEntry_IsShown()
    {
        var sources = Repository.Sources.Select(static source => (Name: Path.GetFileName(source.Path), Text: Comment().Replace(source.Text, ""))).ToArray();
        var quoted = sources.SelectMany(static source => Quoted().Matches(source.Text)).Select(static key => key.Groups["key"].Value).ToHashSet();
        var unused = new List<string>();
        foreach (var owner in s_owners)
        {
            var own = string.Concat(sources.Where(source => source.Name.StartsWith(owner.Name + ".", StringComparison.Ordinal)).Select(static source => source.Text));
            var used = sources.SelectMany(source => Regex.Matches(source.Text, $@"\b{owner.Name}\.(?<name>\w+)")).Select(static name => name.Groups["name"].Value)
                .Concat(Regex.Matches(Declaration().Replace(own, ""), @"\w+").Select(static word => word.Value)).ToHashSet();
            var composed = Composed().Matches(own).Where(static key => key.Groups["start"].Length + key.Groups["end"].Length > 0).Select(static key => new Regex($"^{key.Groups["start"]}\\w+{key.Groups["end"]}$")).ToArray();
            var members = owner.GetMembers(BindingFlags.Public | BindingFlags.Static).Where(static member => member is not MethodBase { IsSpecialName: true }).Select(static member => member.Name).ToHashSet();
            unused.AddRange(members.Where(member => !used.Contains(member)).Select(member => $"{owner.Name}.{member}: nothing shows it; ask for it in a page, or take it away with its entries"));
            unused.AddRange(ValuesIn(owner, CultureInfo.InvariantCulture).Select(static text => text.Name)
                .Where(key => !members.Contains(key) && !quoted.Contains(key) && !composed.Any(name => name.IsMatch(key)))
                .Select(key => $"{owner.Name}.resx: nothing shows « {key} »; add a property of this name to {owner.Name}.cs and ask for it in a page, or take the entry away"));
        }

        Steps.AllDone(unused);
    }

    [Theory]
    [InlineData("fr", "1er avril 2022", "1,8\u00A0Mo", "«\u00A0oui\u00A0»", "anglais")]
    [InlineData("en", "1 April 2022", "1.8\u00A0MB", "“yes”", "English")]
    [InlineData("en-US", "1 April 2022", "1.8\u00A0MB", "“yes”", "English")]
    [InlineData("de", "1er avril 2022", "1,8\u00A0Mo", "«\u00A0oui\u00A0»", "anglais")]
    public void Formats_Language_HasItsDatesNumbersAndQuotes(string language, string date, string size, string quoted, string name)
    {
        using var scope = InterfaceLanguage.Enter(language);

        Assert.Equal(date, Formats.Date(new DateTimeOffset(2022, 4, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(size, Formats.FileSize(1_800_000));
        Assert.Equal(quoted, Formats.Quoted(quoted.Contains("oui", StringComparison.Ordinal) ? "oui" : "yes"));
        Assert.Equal(name, Formats.Language("en"));
    }

    [Theory]
    [InlineData("ar", true)]
    [InlineData("he-IL", true)]
    [InlineData("FA", true)]
    [InlineData("az-Arab", true)]
    [InlineData("az", false)]
    [InlineData("ar-Latn", false)]
    [InlineData("en", false)]
    public void IsRightToLeft_Tag_IsThatOfItsScript(string tag, bool expected) => Assert.Equal(expected, Formats.IsRightToLeft(tag));

    private static IEnumerable<(string Name, string Text)> ValuesIn(Type owner, CultureInfo language) =>
        new ResourceManager(owner.FullName!, owner.Assembly).GetResourceSet(language, true, false)!.Cast<DictionaryEntry>().Select(entry => ((string)entry.Key, (string)entry.Value!));

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"""(?<key>\w+)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(public|internal) (static|const|readonly) [^=({;]*?\w+(?=\s*(=|\(|\{))")]
    private static partial Regex Declaration();

    // "Status" + status, page + "Title", $"Status{status}Many".
    [GeneratedRegex(@"""(?<start>\w+)"" \+ \w|\w \+ ""(?<end>\w+)""|\(\$""(?<start>\w*)\{[^}""]*\}(?<end>\w*)""")]
    private static partial Regex Composed();

    private static string Places(string text) => string.Concat(Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Distinct().Order());

    [Theory]
    [InlineData(9_240, "9,2\u00A0ko")]
    [InlineData(999, "1,0\u00A0ko")]
    [InlineData(1_234_567, "1\u202F234,6\u00A0ko")]
    public void Size_Bytes_AreKilobytesOfAThousandWithAComma(long bytes, string expected) => Assert.Equal(expected, French.Size(bytes));
}
