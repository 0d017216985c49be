using PlansWeb.Content.Diagnostics;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Files.Names;

public sealed class CopyNamesTests
{
    [Theory]
    [InlineData("appel - Copie.md")]
    [InlineData("appel - Copie (2).md")]
    [InlineData("appel - copy.md")]
    [InlineData("appel - Copy (12).md")]
    [InlineData("appel copy.md")]
    [InlineData("appel copie 2.md")]
    [InlineData("appel_copie.md")]
    [InlineData("appel (1).md")]
    [InlineData("appel(1).md")]
    [InlineData("appel (1) (1).md")]
    [InlineData("appel (copie).md")]
    [InlineData("appel (3e copie).md")]
    [InlineData("Copie de appel.md")]
    [InlineData("copie d’appel.md")]
    [InlineData("Copy of appel.md")]
    [InlineData("Copy (2) of appel.md")]
    [InlineData("APPEL - COPIE.MD")]
    [InlineData("appel-PC-BUREAU.md")]
    [InlineData("appel-PC-BUREAU-2.md")]
    [InlineData("appel-DESKTOP-4F2K9QL.md")]
    [InlineData("appel-BUREAU-PC.md")]
    [InlineData("appel-PC0412.md")]
    [InlineData("appel-MacBook-Pro.md")]
    [InlineData("appel-JEAN.md")]
    [InlineData("appel-FR0412X.md")]
    [InlineData("appel-SG-DSI-042.md")]
    [InlineData("appel_MARIE.md")]
    [InlineData("appel 2.md")]
    [InlineData("appel.old.md")]
    [InlineData("appel-bak.md")]
    [InlineData("appel_sauvegarde.md")]
    [InlineData("appel.orig.md")]
    [InlineData("appel_BACKUP_12345.md")]
    [InlineData("appel_LOCAL_12345.md")]
    [InlineData("appel.REMOTE.12345.md")]
    [InlineData("appel.Conflict.md")]
    [InlineData("appel [conflicted].md")]
    [InlineData("appel (Jean's conflicted copy).md")]
    [InlineData("appel-MacBook Air de Jean.md")]
    [InlineData("appel-Mac-mini-de-Marie.local.md")]
    [InlineData("Copie de Copie de appel.md")]
    [InlineData("Copie de appel (1).md")]
    [InlineData("appel - Copie - Copie.md")]
    [InlineData("appel.draft.md")]
    [InlineData("appel.brouillon.md")]
    [InlineData("appel (conflicted copy 2026-11-28 101010).md")]
    [InlineData("appel (Copie en conflit de poste 2026-11-28).md")]
    [InlineData("appel.sync-conflict-20261128-101010-ABCDEFG.md")]
    [InlineData("appel_conflict-20261128-101010.md")]
    [InlineData("appel (SFConflict a@exemple.test 2026-11-28-10-10-10).md")]
    [InlineData("appel (Case Conflict 2026).md")]
    [InlineData("appel.md.bak")]
    [InlineData("appel.md.orig")]
    [InlineData("appel.md.rej")]
    [InlineData("appel.md~")]
    [InlineData("appel.md.swp")]
    [InlineData("appel.md.1")]
    [InlineData("#appel.md#")]
    [InlineData("~$appel.md")]
    [InlineData("~$budget.docx")]
    [InlineData("budget (conflicted copy 2026-11-28 101010).pdf")]
    public void Load_CopyOrLeaving_IsNotPublishedAndIsReported(string name)
    {
        using var site = new SiteBuilder().WithPage("d/appel.md", "title: Appel").WithPage("d/" + name, "title: Appel");

        var snapshot = site.Load();

        Assert.Equal(["/d/appel/"], snapshot.Pages.Select(page => page.Url));
        Assert.Empty(site.Content().Files);
        Assert.Equal(["d/" + name], snapshot.Places(DiagnosticRules.Copy));
        Assert.Single(snapshot.Problems);
    }

    [Theory]
    [InlineData("appel-FAQ.md")]
    [InlineData("appel-2026.md")]
    [InlineData("appel (2026).md")]
    [InlineData("appel (suite).md")]
    [InlineData("appel-pc-portable.md")]
    [InlineData("appel-PC.md")]
    [InlineData("appel 2.md")]
    [InlineData("photocopie.md")]
    [InlineData("autre - Copie.md")]
    [InlineData("autre (1).md")]
    [InlineData("autre-PC-BUREAU.md")]
    [InlineData("gérer un conflit (prévenir un conflit).md")]
    [InlineData("Copie de sauvegarde.md")]
    public void Load_NameOfItsOwn_IsAPage(string name)
    {
        using var site = new SiteBuilder().WithPage("d/appel.md", "title: Appel").WithPage("d/" + name, "title: Autre").WithPage("autre.md", "title: Ailleurs");

        var snapshot = site.Load();

        Assert.Equal(3, snapshot.Pages.Count);
        Assert.Empty(snapshot.Problems);
    }

    // A name that a page of its own may have: the text decides.
    [Theory]
    [InlineData("appel-JEAN.md", "title: Appel", "Un.\n\nDeux.\n\nTrois ici.", false)]
    [InlineData("appel-DGFIP.md", "title: Appel", "Tout autre chose.\n\nEt encore.\n\nFin.\n\nVraiment.", true)]
    [InlineData("appel-DGFIP.md", "title: Appel de la DGFiP", "Un.\n\nDeux.\n\nTrois.", true)]
    [InlineData("appel-ENG.md", "title: Appel", "One.\n\nTwo.\n\nThree.\n\nFour.", true)]
    [InlineData("appel 2.md", "title: Appel", "Un.\n\nDeux.\n\nQuatre.", false)]
    [InlineData("appel 2.md", "title: Appel, suite", "Un.\n\nDeux.\n\nTrois.", true)]
    [InlineData("appel-2026.md", "title: Appel", "Un.\n\nDeux.\n\nTrois.", true)]
    [InlineData("appel-suite.md", "title: Appel", "Un.\n\nDeux.\n\nTrois.", true)]
    public void Load_NameThatMayBeACopys_IsOneWithTheSameTitleAndText(string name, string header, string text, bool isPage)
    {
        using var site = new SiteBuilder().WithPage("appel.md", "title: Appel", "Un.\n\nDeux.\n\nTrois.").WithPage(name, header, text);

        Assert.Equal(isPage ? 2 : 1, site.Load().Pages.Count);
    }

    [Theory]
    [InlineData("appel.json", "appel - Copie.json")]
    [InlineData("appel.11tydata.json", "appel.11tydata (1).json")]
    [InlineData("d/d.json", "d/d - Copie.json")]
    public void Load_CopyOfPrivateData_IsNotPublic(string original, string copy)
    {
        using var site = new SiteBuilder().WithPage("appel.md", "title: Appel").With(original, "{}").With(copy, "{}");

        Assert.Empty(site.Content().Files);
        Assert.All(site.Load().Problems, problem => Assert.Equal(DiagnosticRules.Copy, problem.Rule));
    }

    [Fact]
    public void Load_DocumentNamedAsACopy_IsServed()
    {
        using var site = new SiteBuilder().With("budget.pdf", "x").With("budget (1).pdf", "y").With("budget - Copie.pdf", "z");

        Assert.Equal(3, site.Content().Files.Count);
        Assert.Empty(site.Load().Problems);
    }
}
