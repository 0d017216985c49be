namespace PlansWeb.Tests.Infrastructure;

/// <summary>Texts of the repository that are made from the program's own definitions. With <c>PLANSWEB_WRITE=1</c> the tests that hold them write them.</summary>
public static class GeneratedText
{
    /// <summary>Fails where a part of a file is not what it should be, and prints what it should be; or writes it.</summary>
    /// <param name="file">Path below the top of the repository.</param>
    /// <param name="expected">What should stand there.</param>
    /// <param name="part">Finds the part in the file's text; without it, the whole file.</param>
    public static void Hold(string file, string expected, Func<string, Range>? part = null)
    {
        var path = Path.Combine(Repository.Root, file);
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        var range = part?.Invoke(text) ?? Range.All;
        if (text[range] == expected)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("PLANSWEB_WRITE") == "1")
        {
            File.WriteAllText(path, text[..range.Start] + expected + text[range.End..]);
            return;
        }

        Assert.Fail($"{file} differs from what the program's definitions say. Run this test again with PLANSWEB_WRITE=1, or write there:\n\n{expected}");
    }
}
