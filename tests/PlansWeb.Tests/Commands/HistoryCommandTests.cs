using Microsoft.Extensions.Time.Testing;
using PlansWeb.Commands;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Tests.Commands;

/// <summary><c>PlansWeb history</c>, from a content folder to the files in its <c>_history/</c>.</summary>
public sealed class HistoryCommandTests : IDisposable
{
    private readonly SiteBuilder _site = new SiteBuilder().WithPage("index.md", "title: Accueil").WithPage("a.md", "title: A", "L’objectif est de 45 %.");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    // The day is that of Paris.
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 11, 23, 30, 0, TimeSpan.Zero));

    public void Dispose()
    {
        _site.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task History_EachPublication_AppendsWhatChangedOnce()
    {
        Assert.Equal(0, await Run());
        Assert.Contains("Premier relevé : 2 pages", Said(), StringComparison.Ordinal);
        Assert.False(File.Exists(PathOf("changes.jsonl")));

        _site.WithPage("a.md", "title: A", "L’objectif est de 40 %.").WithPage("b.md", "title: B\ndraft: true", "Caché.");
        Assert.Equal(0, await Run());
        Assert.Contains("modifiée  /a/", Said(), StringComparison.Ordinal);
        var first = await File.ReadAllTextAsync(PathOf("changes.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal("""{"url":"/a/","date":"2026-03-12","kind":"changed","title":"A","notes":[],"passages":[["=L’objectif est de ","-45","+40","= %."]]}""" + "\n", first);

        Assert.Equal(0, await Run());
        Assert.Contains("Rien n’a changé", Said(), StringComparison.Ordinal);
        Assert.Equal(first, await File.ReadAllTextAsync(PathOf("changes.jsonl"), TestContext.Current.CancellationToken));

        File.Delete(Path.Combine(_site.Root, "a.md"));
        Assert.Equal(0, await Run());
        var second = await File.ReadAllTextAsync(PathOf("changes.jsonl"), TestContext.Current.CancellationToken);
        Assert.StartsWith(first, second, StringComparison.Ordinal);
        Assert.Contains("\"withdrawn\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Caché", second + await File.ReadAllTextAsync(PathOf("pages.jsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_APassage_TakesItOutOfAllFiles()
    {
        await Run();
        _site.WithPage("a.md", "title: A", "L’objectif est de 40 %.");
        await Run();

        Assert.Equal(0, await Run("--forget", "objectif est de 45"));

        Assert.All(Directory.GetFiles(PathOf("")), file => Assert.DoesNotContain("45", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Contains("[[]]", await File.ReadAllTextAsync(PathOf("changes.jsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(1, await Run("--forget", "objectif est de 45"));
        Assert.Contains("nulle part", Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_WhatReadersStillSee_FailsAndNamesThePage()
    {
        await Run();

        Assert.Equal(1, await Run("--forget", "objectif"));
        Assert.Contains("/a/", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--forget", "45")]
    [InlineData("--forget", " . ")]
    [InlineData("--content", "/nulle/part")]
    [InlineData("mot")]
    public async Task History_BadUsage_ChangesNothing(params string[] arguments)
    {
        Assert.Equal(2, await Run(arguments));
        Assert.False(Directory.Exists(PathOf("")));
    }

    [Theory]
    [InlineData("changes.jsonl", "=======")]
    [InlineData("pages.jsonl", "=======")]
    [InlineData("readings.jsonl", "{}")]
    public async Task History_AFileThatCannotBeRead_IsLeftAsItIs(string name, string text)
    {
        _site.With("_history/" + name, text);

        Assert.Equal(2, await Run());
        Assert.Contains($"La ligne 1 de _history/{name}", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(PathOf(name), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task History_OfNoPublicPage_NotesNothing()
    {
        File.Delete(Path.Combine(_site.Root, "index.md"));
        _site.WithPage("a.md", "title: A\ndraft: true");

        Assert.Equal(2, await Run());
        Assert.False(Directory.Exists(PathOf("")));
    }

    private string PathOf(string name) => Path.Combine(_site.Root, "_history", name);

    private string Said()
    {
        var said = _output.ToString().Replace('\u00A0', ' ');
        _output.GetStringBuilder().Clear();
        return said;
    }

    private Task<int> Run(params string[] arguments) =>
        CommandLine.RunAsync(["history", .. arguments.Contains("--content") ? [] : (string[])["--content", _site.Root], .. arguments], new Terminal(_output, _error, false), _clock);
}
