using Infra.Planning.Diffing;
using Infra.Planning.Model;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Diffing;

/// <summary>As <c>TestPropertyPathReset</c> and <c>Contains</c> of Pulumi's SDK have it.</summary>
public class PathPatternTests
{
    [Theory]
    [InlineData("spec", "spec.replicas", true)]
    [InlineData("spec.replicas", "spec.replicas", true)]
    [InlineData("spec.replicas", "spec", false)]
    [InlineData("spec.rep", "spec.replicas", false)]
    [InlineData("*", "spec.replicas", true)]
    [InlineData("spec.*", "spec.replicas", true)]
    [InlineData("[\"spec\"].replicas", "spec.replicas", true)]
    public void A_pattern_contains_what_it_names_and_what_is_below(string pattern, string path, bool contains) =>
        Assert.Equal(contains, PathPattern.Of([pattern])[0].Contains(new PropertyPath([.. path.Split('.').Select(PathStep.Of)])));

    [Fact]
    public void Values_that_are_ignored_stay_as_they_were() =>
        Assert.Equal(Map(("a", Number(1)), ("b", Number(20))), PathPattern.Of(["a"])[0].Reset(Map(("a", Number(1)), ("b", Number(2))), Map(("a", Number(10)), ("b", Number(20)))));

    [Fact]
    public void What_is_added_and_ignored_is_not_added() => Assert.Equal(Map(), PathPattern.Of(["a"])[0].Reset(Map(), Map(("a", Number(1)))));

    [Fact]
    public void What_is_removed_and_ignored_stays() => Assert.Equal(Map(("a", Number(1))), PathPattern.Of(["a"])[0].Reset(Map(("a", Number(1))), Map()));

    [Fact]
    public void Every_item_is_ignored_below_a_star() => Assert.Equal(
        Map(("a", List(Object(("x", Number(1)), ("y", Number(2)))))),
        PathPattern.Of(["a[*].x", "a.*.x"])[^1].Reset(Map(("a", List(Object(("x", Number(1)))))), Map(("a", List(Object(("x", Number(5)), ("y", Number(2))))))));

    [Fact]
    public void Lists_of_different_length_have_no_items_to_ignore() => Assert.Equal(
        Map(("a", List(Number(5), Number(6)))), PathPattern.Of(["a.*"])[0].Reset(Map(("a", List(Number(1)))), Map(("a", List(Number(5), Number(6))))));

    [Fact]
    public void What_is_no_path_is_no_pattern() => Assert.Empty(PathPattern.Of(["a[", ""]));
}
