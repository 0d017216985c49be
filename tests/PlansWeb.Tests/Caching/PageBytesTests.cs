using System.IO.Compression;
using System.Text;
using PlansWeb.Caching;

namespace PlansWeb.Tests.Caching;

public sealed class PageBytesTests
{
    [Theory]
    [InlineData(0, 40)]
    [InlineData(1, 0)]
    [InlineData(300, 40)]
    [InlineData(20_000, 40)]
    [InlineData(400_000, 1_000)]
    public void Brotli_InTwoPieces_IsThePageAndNearlyAsSmallAsInOneGo(int start, int end)
    {
        var page = Text(start + end);
        var told = 0;

        var body = PageBytes.Brotli(page.AsMemory(0, start), length =>
        {
            told = length;
            return page.AsMemory(start);
        });

        Assert.InRange(told, 1, body.Length);
        Assert.InRange(body.Length, 1, PageBytes.Encode(page, ContentCoding.Brotli).Length * 1.01 + 40);
        using var brotli = new BrotliStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        brotli.CopyTo(plain);
        Assert.Equal(page, plain.ToArray());
    }

    private static byte[] Text(int length)
    {
        var random = new Random(1);
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append("<li><a href=\"/page-").Append(random.Next(100)).Append("/\">Une page</a></li>");
        }

        return Encoding.UTF8.GetBytes(text.ToString(0, length));
    }
}
