using System.Text.RegularExpressions;
using PlansWeb.Content.Markdown.Containers;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Markdown.Containers;

public sealed class ContainerRendererTests
{
    [Fact]
    public void Write_EveryKind_IsAComponentOfItsOwn()
    {
        var components = new Dictionary<string, ContainerKind>(StringComparer.Ordinal);
        foreach (var kind in Enum.GetValues<ContainerKind>().Except([ContainerKind.Own]))
        {
            var block = ContainerFence.Blocks.FirstOrDefault(block => block.Kind == kind);
            Assert.True(block is not null, $"ContainerKind.{kind}: add a KnownBlock to Blocks in src/PlansWeb.Content/Markdown/Containers/ContainerFence.cs.");
            var fence = new string(block.Opening[0], ContainerFence.MinimumMarks);
            using var site = new SiteBuilder().WithPage("a.md", "title: A", $"{block.Opening}\n\nTexte.\n\n{fence}\n\n{fence}\n");

            var component = Regex.Match(site.Load().Page("a.md").Body.Value, "class=\"([\\w-]+)").Groups[1].Value;

            Assert.True(
                components.TryAdd(component, kind),
                $"ContainerKind.{components.GetValueOrDefault(component)} and .{kind} are both written as « {component} »: give each a case in src/PlansWeb.Content/Markdown/Containers/ContainerRenderer.cs.");
        }
    }
}
