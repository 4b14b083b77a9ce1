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
    public async Task Every_way_of_passing_an_output_keeps_its_dependencies()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var (a, b) = (new Box("a"), new Box("b", new BoxArgs { Value = "known" }));
            var ways = new Dictionary<string, object>
            {
                ["apply"] = b.Value.Apply(_ => a.Urn),
                ["unknown apply"] = a.Id.Apply(_ => b.Urn),
                ["all"] = Output.All(a.Urn, b.Urn),
                ["tuple"] = Output.Tuple(a.Urn, b.Id).Apply(both => both.Item1),
                ["format"] = Output.Format($"{a.Urn}/{b.Id}"),
                ["json"] = Output.JsonSerialize(Output.Create(new Dictionary<string, object> { ["a"] = a.Urn, ["b"] = new[] { b.Urn } })),
                ["list"] = new InputList<string> { a.Urn, b.Urn },
                ["map"] = new InputMap<string> { ["a"] = a.Urn, ["b"] = b.Urn },
                ["nested args"] = new BoxArgs { Value = new object[] { new BoxArgs { Other = a.Urn }, new Dictionary<string, object> { ["b"] = b.Id } } },
                ["union"] = new object[] { (InputUnion<string, int>)a.Urn, (InputUnion<string, int>)b.Urn },
                ["secret"] = Output.CreateSecret(Output.All(a.Urn, b.Urn)),
                ["in an output"] = Output.Create(new object[] { a.Urn, Output.Create(new object[] { b.Id }) }),
                ["added"] = OutputUtilities.WithDependency(OutputUtilities.WithDependency(Output.Create("x"), a), b),
                ["resources"] = new Resource[] { a, b },
            };
            foreach (var (way, value) in ways)
            {
                _ = new Box("by " + way, new BoxArgs { Value = value });
            }
        });

        var expected = new Dictionary<string, string[]> { ["by unknown apply"] = [Box + "a"] }; // its callback isn't run
        Assert.All(
            result.Resources.Where(resource => resource.Name.StartsWith("by ", StringComparison.Ordinal)),
            resource => Assert.Equal((resource.Name, string.Join(' ', expected.GetValueOrDefault(resource.Name, [Box + "a", Box + "b"]))), (resource.Name, string.Join(' ', resource.Dependencies))));
        Assert.Equal(17, result.Resources.Length);
    }

    [Fact]
    public async Task Dependencies_of_a_property_are_all_those_of_the_values_below_it_and_of_no_other()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var (a, b, c) = (new Box("a"), new Box("b"), new Box("c"));
            _ = new Box("d", new BoxArgs { Value = new object[] { a.Id, new BoxArgs { Other = b.Id } }, Other = c.Id }, new CustomResourceOptions { DependsOn = { b } });
        });

        var d = result.Named("d");
        Assert.Equal([Box + "a", Box + "b", Box + "c"], d.Dependencies.AsEnumerable());
        Assert.Equal(["other", "v"], d.PropertyDependencies.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([Box + "a", Box + "b"], d.PropertyDependencies["v"].AsEnumerable());
        Assert.Equal([Box + "c"], d.PropertyDependencies["other"].AsEnumerable());
    }

    [Fact]
    public async Task Of_json_text_only_what_the_input_itself_depends_on_counts()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var (a, b) = (new Box("a"), new Box("b"));
            _ = new AnyResource("test:index:Json", "object", new JsonArgs { Value = new Dictionary<string, object> { ["k"] = a.Urn } });
            _ = new AnyResource("test:index:Json", "list", new JsonArgs { Value = new InputList<string> { "x", a.Urn } });
            _ = new AnyResource("test:index:Json", "output", new JsonArgs { Value = (Input<BoxArgs>)b.Urn.Apply(_ => new BoxArgs { Other = a.Urn }) });
        });

        Assert.Empty(result.Named("object").Dependencies);
        Assert.Equal([Box + "a"], result.Named("list").Dependencies.AsEnumerable());
        Assert.Equal([Box + "b"], result.Named("output").Dependencies.AsEnumerable());
    }

    [Fact]
    public async Task DependsOn_may_hold_outputs_of_resources()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var (a, b) = (new Box("a"), new Box("b"));
            _ = new Box("c", null, new CustomResourceOptions { DependsOn = { Output.Create<Resource>(a), a.Urn.Apply<Resource>(_ => b) } });
        });

        Assert.Equal([Box + "a", Box + "b"], result.Named("c").Dependencies.AsEnumerable());
    }

    [Fact]
    public async Task A_component_as_a_value_or_its_urn_stands_for_what_is_below_it_too()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var group = new Group("g");
            _ = new Box("x", null, new CustomResourceOptions { Parent = group });
            _ = new Box("value", new BoxArgs { Value = group });
            _ = new Box("urn", new BoxArgs { Value = group.Urn });
        });

        const string X = "urn:pulumi:dev::proj::test:index:Group$test:index:Box::x";
        Assert.Equal([X], result.Named("value").Dependencies.AsEnumerable());
        Assert.Equal([X], result.Named("urn").PropertyDependencies["v"].AsEnumerable());
    }

    [Fact]
    public async Task What_is_below_a_custom_resource_is_no_part_of_it()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var group = new Group("g");
            var x = new Box("x", null, new CustomResourceOptions { Parent = group });
            _ = new Box("y", null, new CustomResourceOptions { Parent = x });
            _ = new Box("last", null, new CustomResourceOptions { DependsOn = { group } });
        });

        Assert.Equal(["urn:pulumi:dev::proj::test:index:Group$test:index:Box::x"], result.Named("last").Dependencies.AsEnumerable());
    }

    [Fact]
    public async Task A_parent_and_a_provider_are_no_dependencies()
    {
        var result = await Run.SucceedAsync(() =>
            _ = new Box("a", null, new CustomResourceOptions { Parent = new Box("parent"), Provider = new TestProvider("test", "p") }));

        Assert.Empty(result.Named("a").Dependencies);
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

    private sealed class JsonArgs : ResourceArgs
    {
        [Input("x", json: true)]
        public object? Value { get; set; }
    }
}
