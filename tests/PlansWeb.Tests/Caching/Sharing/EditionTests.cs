using Microsoft.Extensions.Configuration;
using PlansWeb.Caching.Sharing;

namespace PlansWeb.Tests.Caching.Sharing;

public sealed class EditionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plansweb-edition-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Site:Url", true)]
    [InlineData("Site:Contact", true)]
    [InlineData("Security:Contact", true)]
    [InlineData("Content:Typographer", true)]
    [InlineData("Cache:SharedMaxAge", true)]
    [InlineData("Content:Path", false)]
    [InlineData("Content:Watch", false)]
    [InlineData("Ops:Port", false)]
    [InlineData("Limits:Connections", false)]
    public void Of_OtherSetting_IsAnotherEditionWhereItShapesPages(string key, bool expected) =>
        Assert.Equal(expected, Of() != Of(settings: (key, "x")));

    [Fact]
    public void Of_SameProgramAndSettings_IsTheSame() => Assert.Equal(Of(settings: ("Site:Url", "x")), Of(settings: ("site:url", "x")));

    [Fact]
    public void Of_OtherBuild_IsAnotherEdition() => Assert.NotEqual(Of(), Edition.Of(typeof(EditionTests).Assembly, _folder.FullName, Settings(), "Production"));

    [Fact]
    public void Of_OtherEnvironment_IsAnotherEdition() => Assert.NotEqual(Of(), Of("Development"));

    [Fact]
    public void Of_OtherStaticFiles_IsAnotherEdition()
    {
        // The style sheet's fingerprint stands in every page, and is not in the program.
        var before = Of();
        File.WriteAllText(Path.Combine(_folder.FullName, "PlansWeb.staticwebassets.endpoints.json"), "{}");

        Assert.NotEqual(before, Of());
    }

    private string Of(string environment = "Production", params (string, string)[] settings) =>
        Edition.Of(typeof(Edition).Assembly, _folder.FullName, Settings(settings), environment);

    private static IConfigurationRoot Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
}
