using PlansWeb.Caching.Sharing;

namespace PlansWeb.Tests.Caching.Sharing;

public sealed class SealedPageTests
{
    private static readonly SealedPage s_page = new([1, 2, 3], DateTimeOffset.FromUnixTimeSeconds(2_000_000_000));

    private static readonly byte[] s_secret = [.. Enumerable.Range(1, 32).Select(static i => (byte)i)];

    [Fact]
    public void Open_WhatWasSealed_IsThePage()
    {
        var opened = SealedPage.Open("key", s_secret, s_page.Seal("key", s_secret))!;

        Assert.Equal(s_page.Value, opened.Value);
        Assert.Equal(s_page.Until, opened.Until);
    }

    [Fact]
    public void Open_OtherSecret_IsNone() => Assert.Null(SealedPage.Open("key", new byte[32], s_page.Seal("key", s_secret)));

    [Fact]
    public void Open_OtherKey_IsNone() => Assert.Null(SealedPage.Open("other", s_secret, s_page.Seal("key", s_secret)));

    [Fact]
    public void Open_AnyByteChanged_IsNone()
    {
        var bytes = s_page.Seal("key", s_secret);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            Assert.Null(SealedPage.Open("key", s_secret, bytes));
            bytes[i] ^= 1;
        }

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Null(SealedPage.Open("key", s_secret, bytes.AsSpan(0, length)));
        }
    }
}
