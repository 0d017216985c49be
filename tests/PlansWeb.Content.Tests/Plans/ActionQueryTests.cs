using PlansWeb.Content.Plans;
using PlansWeb.Tests.Infrastructure;

namespace PlansWeb.Content.Tests.Plans;

/// <summary>Questions about actions, as addresses have them.</summary>
public sealed class ActionQueryTests : IDisposable
{
    private readonly SiteBuilder _site = new SiteBuilder().WithRegister();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("", "forets-1 forets-2 mers-1")]
    [InlineData("ministere=forets", "forets-1 forets-2")]
    [InlineData("ministere=Forêts", "forets-1 forets-2")]
    [InlineData("thematique=fin", "mers-1")]
    [InlineData("thematique=Phase d’usage", "forets-2")]
    [InlineData("statut=realisee", "forets-1")]
    [InlineData("statut=en cours", "mers-1")]
    [InlineData("statut=non-publie", "forets-2")]
    [InlineData("annee=2022", "forets-1")]
    [InlineData("annee=2025", "forets-1 mers-1")]
    [InlineData("q=ecran", "mers-1")]
    [InlineData("q=forets telephones", "forets-2")]
    [InlineData("q=ministere des lacs", "forets-1 forets-2")]
    [InlineData("q=rien", "")]
    [InlineData("ministere=forets&statut=en-cours", "")]
    [InlineData("tri=recent", "forets-1 mers-1 forets-2")]
    [InlineData("tri=statut", "forets-1 mers-1 forets-2")]
    [InlineData("ministere=inconnu", "forets-1 forets-2 mers-1")]
    public void Find_Question_GivesItsActions(string query, string expected)
    {
        var (register, _) = _site.ReadRegister();

        Assert.Equal(expected, string.Join(' ', Parse(query, register).Find(register).Select(action => action.Id)));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("ministere=forets", true)]
    [InlineData("ministere=FORETS", true)]
    [InlineData("thematique=achats", true)]
    [InlineData("statut=realisee", true)]
    [InlineData("annee=2025", true)]
    [InlineData("autre=1", true)]
    [InlineData("ministere=forets&statut=realisee", false)]
    [InlineData("q=a", false)]
    [InlineData("ministere=forets&q=a", false)]
    [InlineData("page=2", false)]
    [InlineData("tri=recent", false)]
    [InlineData("annee=1999", false)]
    [InlineData("ministere=inconnu", false)]
    public void ClosedName_OnlyTheListAndOneFilter_IsKept(string query, bool isKept)
    {
        var (register, _) = _site.ReadRegister();

        Assert.Equal(isKept, Parse(query, register).ClosedName is not null);
    }

    [Fact]
    public void ClosedName_SpellingsOfOneQuestion_AreTheSame()
    {
        var (register, _) = _site.ReadRegister();

        Assert.Equal(Parse("ministere=forets", register).ClosedName, Parse("autre=x&ministere= FORÊTS &tri=x&page=0", register).ClosedName);
        Assert.Equal("", Parse("ministere=&q=", register).ClosedName);
    }

    private static ActionQuery Parse(string query, Register register)
    {
        var values = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        return ActionQuery.Parse(values.GetValueOrDefault, register);
    }
}
