using PlansWeb.Content.Files;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Files;

public class ContentHintsTests
{
    [Fact]
    public void Watch_FolderThatWentAway_IsBrokenUntilItIsThereAgain()
    {
        using var folder = new SiteBuilder();
        using var hints = new ContentHints();
        hints.Watch(folder.Root);
        Assert.False(hints.IsBroken);

        Assert.Throws<ArgumentException>(() => hints.Watch(Path.Combine(folder.Root, "absent")));
        Assert.True(hints.IsBroken);

        hints.Watch(folder.Root);
        Assert.False(hints.IsBroken);
    }
}
