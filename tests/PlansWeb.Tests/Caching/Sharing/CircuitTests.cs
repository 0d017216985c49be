using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PlansWeb.Caching;
using PlansWeb.Caching.Sharing;

namespace PlansWeb.Tests.Caching.Sharing;

public sealed class CircuitTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly FakeTimeProvider _clock = new();
    private readonly Circuit _circuit;

    public CircuitTests() =>
        _circuit = new Circuit(NullLogger<Circuit>.Instance, new CacheMetrics(_services.GetRequiredService<IMeterFactory>()), _clock);

    public void Dispose() => _services.Dispose();

    [Fact]
    public void Failed_ThreeInARow_Opens()
    {
        _circuit.Proved();
        _circuit.Failed("late");
        _circuit.Failed("late");
        Assert.True(_circuit.IsClosed);
        _circuit.Failed("late");
        Assert.Equal(SharedState.Away, _circuit.State);
    }

    [Fact]
    public void Failed_WithAnAnswerBetween_StaysClosed()
    {
        _circuit.Proved();
        for (var i = 0; i < 10; i++)
        {
            _circuit.Failed("late");
            _circuit.Failed("late");
            _circuit.Succeeded();
        }

        Assert.True(_circuit.IsClosed);
    }

    [Fact]
    public void Proved_StoreThatComesAndGoes_NeedsMoreAndMoreProofs()
    {
        Assert.Equal([1, 2, 4, 4], Enumerable.Range(0, 4).Select(_ => ProofsUntilClosed()));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, ProofsUntilClosed());
    }

    private int ProofsUntilClosed()
    {
        _circuit.Open("gone");
        var proofs = 0;
        while (!_circuit.IsClosed)
        {
            _circuit.Proved();
            proofs++;
        }

        return proofs;
    }
}
