using Microsoft.AspNetCore.Http;
using PlansWeb.Hosting;

namespace PlansWeb.Tests.Pages;

/// <summary>A response that is taken whole, before anything of it is sent.</summary>
public sealed class WholeResponseTests : IDisposable
{
    private readonly MemoryStream _sent = new();
    private readonly DefaultHttpContext _context = new();

    public WholeResponseTests() => _context.Response.Body = _sent;

    public void Dispose() => _sent.Dispose();

    [Fact]
    public async Task Take_BodyWrittenInBothWays_HasAllOfItAndSendsNothing()
    {
        var body = await WholeResponse.Take(
            static async context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                await context.Response.Body.WriteAsync("un "u8.ToArray(), TestContext.Current.CancellationToken);

                // Left in the pipe's own memory, as Razor leaves it.
                "deux"u8.CopyTo(context.Response.BodyWriter.GetSpan(4));
                context.Response.BodyWriter.Advance(4);
            },
            _context);

        Assert.Equal("un deux"u8.ToArray(), body.ToArray());
        Assert.Equal(StatusCodes.Status404NotFound, _context.Response.StatusCode);
        Assert.Equal(0, _sent.Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Take_IsOver_WhatIsWrittenNextIsSent(bool fails)
    {
        var taken = await Record.ExceptionAsync(() => WholeResponse.Take(_ => fails ? throw new InvalidOperationException() : Task.CompletedTask, _context));
        await _context.Response.Body.WriteAsync("page"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal(fails, taken is InvalidOperationException);
        Assert.Equal("page"u8.ToArray(), _sent.ToArray());
    }
}
