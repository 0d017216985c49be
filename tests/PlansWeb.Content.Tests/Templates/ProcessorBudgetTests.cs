using Microsoft.Extensions.Time.Testing;
using PlansWeb.Content.Site.Loading;
using PlansWeb.Content.Templates;
using PlansWeb.Content.Templates.Liquid;
using PlansWeb.Content.Tests.Templates.Liquid;

namespace PlansWeb.Content.Tests.Templates;

/// <summary>The time that a text may take is that of the processor: the same text has the same fate on a busy machine.</summary>
public sealed class ProcessorBudgetTests
{
    private readonly FakeTimeProvider _wall = new();
    private TimeSpan _processor = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(0.5, 0.5, false)]
    [InlineData(2.5, 0.2, false)]
    [InlineData(9, 0.2, false)]
    [InlineData(2.5, 1.1, true)]
    [InlineData(10.5, 0.2, true)]
    public void IsSpent_TimeOfWallAndProcessor_ProcessorDecidesWithinTenTimesItsBudget(double wall, double processor, bool expected)
    {
        var budget = Budget();

        Pass(wall, processor);

        Assert.Equal(expected, budget.IsSpent);
    }

    [Fact]
    public void IsSpent_WallPassesInSteps_AsksTheSystemOnlyWhereMoreCanHaveBeenTaken()
    {
        var asked = 0;
        var budget = new ProcessorBudget(TimeSpan.FromSeconds(1), _wall, () =>
        {
            asked++;
            return _processor;
        });
        for (var i = 0; i < 90; i++)
        {
            Pass(0.1, 0.01);
            Assert.False(budget.IsSpent);
        }

        Assert.InRange(asked, 2, 30);
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(60, 0.1)]
    public void Spare_WhatIsDoneThere_CostsNothing(double wall, double processor)
    {
        var budget = Budget();
        Pass(0.2, 0.2);

        budget.Spare(() => Pass(wall, processor));
        Pass(1, 0.2);
        Assert.False(budget.IsSpent);

        Pass(1, 0.7);
        Assert.True(budget.IsSpent);
    }

    [Fact]
    public void IsSpent_SystemDoesNotTellTheTimeOfAThread_WallDecides()
    {
        _processor = TimeSpan.MaxValue;
        var budget = new ProcessorBudget(TimeSpan.FromSeconds(1), _wall, () => _processor);
        budget.Spare(() => _wall.Advance(TimeSpan.FromSeconds(5)));

        Assert.False(budget.IsSpent);
        _wall.Advance(TimeSpan.FromSeconds(1));
        Assert.True(budget.IsSpent);
    }

    // A page whose first call of a function waits for an engine, or whose processor others use.
    [Theory]
    [InlineData(0.05, false)]
    [InlineData(1, true)]
    public void Render_LiquidOnABusyMachine_IsRendered(double processorOfALook, bool isTooMuch)
    {
        var renderer = new LiquidRenderer(TimeProvider.System)
        {
            Budget = () => new ProcessorBudget(TimeSpan.FromSeconds(1.5), new Hurried(_wall), () => _processor += TimeSpan.FromSeconds(processorOfALook)),
        };
        var problems = new DiagnosticLog("a.md", "");

        var rendered = renderer.Render("{{ \"a\" | upcase | append: \"b\" | append: \"c\" | downcase }}", 1, LiquidSite.Context, problems);

        Assert.Equal(isTooMuch ? "" : "abc", rendered);
        Assert.Equal(isTooMuch ? 1 : 0, problems.Problems.Count);
    }

    private ProcessorBudget Budget() => new(TimeSpan.FromSeconds(1), _wall, () => _processor);

    private void Pass(double wall, double processor)
    {
        _wall.Advance(TimeSpan.FromSeconds(wall));
        _processor += TimeSpan.FromSeconds(processor);
    }

    // Half a second passes at each look.
    private sealed class Hurried(FakeTimeProvider wall) : TimeProvider
    {
        public override long TimestampFrequency => wall.TimestampFrequency;

        public override long GetTimestamp()
        {
            wall.Advance(TimeSpan.FromSeconds(0.5));
            return wall.GetTimestamp();
        }
    }
}
