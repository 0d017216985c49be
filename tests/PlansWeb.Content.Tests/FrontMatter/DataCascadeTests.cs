using PlansWeb.Content.FrontMatter;

namespace PlansWeb.Content.Tests.FrontMatter;

public sealed class DataCascadeTests
{
    [Theory]
    // The vector of the old site: posts/posts.json and a page in it.
    [InlineData("tags: [posts]", "tags: x", "{tags=[posts,x]}")]
    [InlineData("tags: posts", "title: x", "{tags=[posts],title=x}")]
    [InlineData("tags: [posts]", "tags:", "{tags=[posts]}")]
    [InlineData("tags: [posts]", "tags: [x, posts]", "{tags=[posts,x,posts]}")]
    [InlineData("tags: [posts]", "override:tags: [x]", "{tags=[x]}")]
    [InlineData("tags: [posts]", "override:tags: x", "{tags=[x]}")]
    // Maps merge at every depth, lists are joined, the nearer value wins.
    [InlineData("a: 1\nb: 2", "b: 3\nc: 4", "{a=1,b=3,c=4}")]
    [InlineData("nav: {key: a, sub: {x: 1, l: [1, 2]}}", "nav: {order: 3, sub: {y: 2, l: [2, 3]}}", "{nav={key=a,sub={x=1,l=[1,2,2,3],y=2},order=3}}")]
    [InlineData("a: [1, '1', 2]", "a: [1.0, 2]", "{a=[1,1,2,1,2]}")]
    [InlineData("a: [{x: 1}]", "a: [{x: 1}]", "{a=[{x=1},{x=1}]}")]
    [InlineData("a: [1]", "a: 2", "{a=2}")]
    [InlineData("a: 1", "a: [2]", "{a=[2]}")]
    [InlineData("a: 1", "a:", "{a=null}")]
    [InlineData("a: 1", "a: {b: 1}", "{a={b=1}}")]
    [InlineData("a: {b: 1}", "a: 2", "{a={b=1}}")]
    // override: loses its prefix wherever it stands.
    [InlineData("a: {b: 1}", "override:a: {c: 2}", "{a={c=2}}")]
    [InlineData("a: {b: {c: 1}}", "a: {override:b: {d: 2}}", "{a={b={d=2}}}")]
    [InlineData("override:a: [1]", "b: 1", "{a=[1],b=1}")]
    [InlineData("b: 1", "a: {override:c: 1}", "{b=1,a={c=1}}")]
    [InlineData("{}", "a: 1", "{a=1}")]
    [InlineData("a: 1", "{}", "{a=1}")]
    public void Merge_HigherOverLower_FollowsEleventy(string lower, string higher, string expected)
    {
        var (below, above) = (Map(lower), Map(higher));
        var before = (Plain(below), Plain(above));

        Assert.Equal(expected, Plain(DataCascade.Merge(below, above)));
        Assert.Equal(before, (Plain(below), Plain(above)));
    }

    [Fact]
    public void Merge_Values_KeepThePlaceTheyWereWrittenIn()
    {
        var below = Assert.IsType<DataMap>(Reading.OfFile("a: 1", "posts/posts.yaml").Data);

        var merged = DataCascade.Merge(below, Map("b: 2"));

        Assert.Equal("posts/posts.yaml", merged["a"]!.Position.File);
        Assert.Equal("dossier/page.md", merged["b"]!.Position.File);
    }

    private static DataMap Map(string yaml) => Assert.IsType<DataMap>(Reading.OfData(yaml).Data);

    private static string Plain(DataMap map) => new Reading(map, "", 0, []).Shape;
}
