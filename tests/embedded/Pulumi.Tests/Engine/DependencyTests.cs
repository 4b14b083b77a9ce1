namespace Pulumi.Tests.Engine;

/// <summary>Dependencies of the registered resources.</summary>
public sealed class DependencyTests
{
    private const string Box = "urn:pulumi:dev::proj::test:index:Box::";

    [Fact]
    public async Task DependsOn_gives_dependencies_in_ordinal_order_and_once()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var (b, a) = (new Box("b"), new Box("a"));
            _ = new Box("c", new BoxArgs { Value = a.Id }, new CustomResourceOptions { DependsOn = { b, a, b } });
        });

        Assert.Equal([Box + "a", Box + "b"], result.Named("c").Dependencies.AsEnumerable());
    }

    [Fact]
    public async Task An_input_gives_a_dependency_of_its_property()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var a = new Box("a");
            _ = new Box("b", new BoxArgs { Value = Output.Format($"x-{a.Id}"), Other = "plain" });
        });

        var b = result.Named("b");
        Assert.Equal([Box + "a"], b.Dependencies.AsEnumerable());
        Assert.Equal("v", Assert.Single(b.PropertyDependencies.Keys));
        Assert.Equal([Box + "a"], b.PropertyDependencies["v"].AsEnumerable());
    }

    [Fact]
    public async Task A_component_stands_for_the_custom_resources_below_it()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var outer = new Group("outer");
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            _ = new Box("x", null, new CustomResourceOptions { Parent = outer });
            _ = new Box("y", null, new CustomResourceOptions { Parent = inner });
            _ = new Box("last", null, new CustomResourceOptions { DependsOn = { outer } });
        });

        Assert.Equal(
            [
                "urn:pulumi:dev::proj::test:index:Group$test:index:Box::x",
                "urn:pulumi:dev::proj::test:index:Group$test:index:Group$test:index:Box::y",
            ],
            result.Named("last").Dependencies.AsEnumerable());
    }

    [Fact]
    public async Task A_component_that_grows_stands_for_what_it_has_by_then()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var outer = new Group("outer");
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            _ = new Box("x", null, new CustomResourceOptions { Parent = outer });
            _ = new Box("first", null, new CustomResourceOptions { DependsOn = { outer } });
            _ = new Box("y", null, new CustomResourceOptions { Parent = inner });
            _ = new Box("second", null, new CustomResourceOptions { DependsOn = { outer } });
        });

        Assert.Equal(
            (1, 2),
            (result.Named("first").Dependencies.Length, result.Named("second").Dependencies.Length));
    }

    [Fact]
    public async Task A_child_that_depends_on_its_own_component_is_reported_not_waited_for()
    {
        var error = await Run.FailAsync(() =>
        {
            var group = new Group("web");
            _ = new Box("web-box", null, new CustomResourceOptions { Parent = group, DependsOn = { group } });
        });

        Assert.Equal(
            "'web-box' (test:index:Box) depends on 'web' (test:index:Group), the component that it belongs to; a dependency on a component means all resources in it, "
            + "so the resource would wait for itself; depend on the sibling that is needed instead",
            error.Message);
        Assert.Equal("urn:pulumi:dev::proj::test:index:Group$test:index:Box::web-box", error.Urn);
    }

    [Fact]
    public async Task A_grandparent_is_an_ancestor_too()
    {
        var error = await Run.FailAsync(() =>
        {
            var outer = new Group("outer");
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            _ = new Box("box", new BoxArgs { Value = outer.Urn }, new CustomResourceOptions { Parent = inner });
        });

        Assert.StartsWith("'box' (test:index:Box) depends on 'outer' (test:index:Group)", error.Message, StringComparison.Ordinal);
    }
}
