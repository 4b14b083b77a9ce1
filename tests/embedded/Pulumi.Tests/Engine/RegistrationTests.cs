namespace Pulumi.Tests.Engine;

/// <summary>Identity: URNs, parents, order of registration.</summary>
public sealed class RegistrationTests
{
    private const string Stack = "urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev";

    [Fact]
    public async Task The_stack_comes_first_and_has_no_parent()
    {
        var result = await Run.SucceedAsync(() => _ = new Box("a"));

        var stack = result.Resources[0];
        Assert.Equal((Stack, "pulumi:pulumi:Stack", "proj-dev", false, null), (stack.Urn, stack.Type, stack.Name, stack.Custom, stack.Parent));
    }

    [Fact]
    public async Task A_resource_without_a_parent_belongs_to_the_stack_whose_type_is_not_in_its_urn()
    {
        var box = (await Run.SucceedAsync(() => _ = new Box("a"))).Named("a");

        Assert.Equal(("urn:pulumi:dev::proj::test:index:Box::a", Stack, true), (box.Urn, box.Parent, box.Custom));
    }

    [Fact]
    public async Task The_types_of_all_parents_are_in_the_urn()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var outer = new Group("outer");
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            _ = new Box("a", null, new CustomResourceOptions { Parent = inner });
        });

        Assert.Equal("urn:pulumi:dev::proj::test:index:Group$test:index:Group$test:index:Box::a", result.Named("a").Urn);
        Assert.Equal("urn:pulumi:dev::proj::test:index:Group$test:index:Group::inner", result.Named("a").Parent);
    }

    [Fact]
    public async Task The_program_sees_the_same_urns()
    {
        var seen = "";
        await Run.SucceedAsync(() => new Box("a", null, new CustomResourceOptions { Parent = new Group("g") }).Urn.Apply(urn => seen = urn));

        Assert.Equal("urn:pulumi:dev::proj::test:index:Group$test:index:Box::a", seen);
    }

    [Fact]
    public async Task Resources_are_in_the_order_of_their_constructors()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var group = new Group("group");
            var b = new Box("b", null, new CustomResourceOptions { Parent = group });
            _ = new Box("a", null, new CustomResourceOptions { DependsOn = { b } });
        });

        Assert.Equal(["proj-dev", "group", "b", "a"], result.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task The_same_name_and_type_under_the_same_parent_is_refused()
    {
        var error = await Run.FailAsync(() => { _ = new Box("a"); _ = new Box("a"); });

        Assert.Equal("Duplicate resource URN 'urn:pulumi:dev::proj::test:index:Box::a'; try giving it a unique name", error.Message);
        Assert.Equal("urn:pulumi:dev::proj::test:index:Box::a", error.Urn);
    }

    [Theory]
    [InlineData("Box")]
    [InlineData("test:Box")]
    public async Task A_type_without_three_parts_is_refused_except_for_components(string type)
    {
        var error = await Run.FailAsync(() => _ = new AnyResource(type, "a"));

        Assert.Equal($"Type '{type}' is not a valid type token (must have format '*:*:*')", error.Message);
        await Run.SucceedAsync(() => _ = new ComponentResource(type, "a"));
    }

    [Fact]
    public async Task Mapped_environment_variables_are_for_providers_only()
    {
        var options = new CustomResourceOptions { EnvVarMappings = { ["TOKEN"] = "TEST_TOKEN" } };

        var error = await Run.FailAsync(() => _ = new Box("a", null, options));

        Assert.Equal("envVarMappings can only be used with provider resources", error.Message);
        await Run.SucceedAsync(() => _ = new TestProvider("test", "p", options));
    }

    [Fact]
    public async Task The_same_name_under_another_parent_is_fine()
    {
        var result = await Run.SucceedAsync(() =>
        {
            _ = new Box("a");
            _ = new Box("a", null, new CustomResourceOptions { Parent = new Group("g") });
        });

        Assert.Equal(4, result.Resources.Length);
    }

    [Fact]
    public async Task A_stack_class_can_be_the_program()
    {
        var result = await Pulumi.Embedded.EmbeddedEngine.RunAsync(Run.Options, () => Deployment.RunAsync<UrlStack>());

        Assert.Empty(result.Diagnostics);
        Assert.Equal("{url: 'http://a'}", Tree.Of(result.Outputs));
    }

    private sealed class UrlStack : Stack
    {
        public UrlStack() => Url = Output.Create("http://a");

        [Output("url")]
        public Output<string> Url { get; private set; }
    }
}
