using PlansWeb.Caching.Sharing;

namespace PlansWeb.Tests.Caching.Sharing;

public sealed class SealedPageTests
{
    private static readonly SealedPage Page = new([1, 2, 3], ["a", "content:é"], DateTimeOffset.FromUnixTimeSeconds(2_000_000_000));

    [Fact]
    public void Open_WhatWasSealed_IsThePage()
    {
        var opened = SealedPage.Open("key", Page.Seal("key"))!;

        Assert.Equal(Page.Value, opened.Value);
        Assert.Equal(Page.Tags, opened.Tags);
        Assert.Equal(Page.Until, opened.Until);
    }

    [Fact]
    public void Open_OtherKey_IsNone() => Assert.Null(SealedPage.Open("other", Page.Seal("key")));

    [Fact]
    public void Open_AnyByteChanged_IsNone()
    {
        var bytes = Page.Seal("key");
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            Assert.Null(SealedPage.Open("key", bytes));
            bytes[i] ^= 1;
        }

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Null(SealedPage.Open("key", bytes.AsSpan(0, length)));
        }
    }
}
