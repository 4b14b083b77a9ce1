namespace Pulumi.Tests.Resources;

/// <summary>"Seeing options": what a <see cref="ResourceTransformation"/> is shown, and for which resources it is called.</summary>
public sealed class TransformationViewTests
{
    [Fact]
    public async Task On_a_stack_it_sees_every_resource_in_program_order_the_stack_first()
    {
        var seen = await SeenInStackAsync(() =>
        {
            var web = new Group("web");
            _ = new Box("web-svc", null, new CustomResourceOptions { Parent = web });
            _ = new Server("alone");
        });

        Assert.Equal(["proj-dev", "web", "web-svc", "alone"], seen.Select(options => options.Name));
    }

    [Fact]
    public async Task It_sees_parent_dependencies_provider_protect_and_version_as_passed()
    {
        var seen = await SeenInStackAsync(() =>
        {
            var provider = new TestProvider("test", "prov");
            var web = new Group("web");
            var first = new Box("first", null, new CustomResourceOptions { Parent = web });
            var other = new Group("other");
            _ = new Box("second", null, new CustomResourceOptions
            {
                Parent = web,
                DependsOn = { first, other },
                Provider = provider,
                Protect = true,
                Version = "4.32.0",
            });
        });

        Assert.Equal(new SeenOptions("second", "web", "first,other", "prov", true, "4.32.0"), seen[^1]);
    }

    [Fact]
    public async Task The_parent_is_null_where_the_stack_is_the_implicit_parent()
    {
        var seen = await SeenInStackAsync(() => _ = new Box("box"));

        Assert.Equal(new SeenOptions("box", null, "", null, null, null), seen[^1]);
    }

    [Fact]
    public async Task Inherited_protect_and_provider_are_not_shown()
    {
        var seen = await SeenInStackAsync(() =>
        {
            var provider = new TestProvider("test", "prov");
            var web = new Group("web", new ComponentResourceOptions { Protect = true, Providers = { provider } });
            _ = new Box("child", null, new CustomResourceOptions { Parent = web });
        });

        Assert.Equal(new SeenOptions("child", "web", "", null, null, null), seen[^1]);
    }

    [Fact]
    public async Task On_a_component_it_sees_the_component_and_its_descendants_only()
    {
        var seen = new List<SeenOptions>();
        await Mocked.RunAsync(() =>
        {
            var outer = new Group("outer", new ComponentResourceOptions { ResourceTransformations = { SeenOptions.Into(seen) } });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            _ = new Box("leaf", null, new CustomResourceOptions { Parent = inner });
            _ = new Box("elsewhere");
        });

        Assert.Equal(["outer", "inner", "leaf"], seen.Select(options => options.Name));
    }

    [Fact]
    public async Task It_is_called_inside_the_constructor()
    {
        var seen = new List<SeenOptions>();
        var seenAfterConstruction = -1;
        await Mocked.RunAsync(() =>
        {
            _ = new Box("box", null, new CustomResourceOptions { ResourceTransformations = { SeenOptions.Into(seen) } });
            seenAfterConstruction = seen.Count;
        });

        Assert.Equal(1, seenAfterConstruction);
    }

    [Fact]
    public async Task It_sees_the_typed_args_object_itself()
    {
        var args = new BoxArgs { Value = 1 };
        ResourceArgs? seen = null;
        await Mocked.RunAsync(() => _ = new Box("box", args, new CustomResourceOptions
        {
            ResourceTransformations = { a => { seen = a.Args; return null; } },
        }));

        Assert.Same(args, seen);
    }

    [Fact]
    public async Task It_sees_the_options_object_itself_with_everything_in_it()
    {
        var options = new CustomResourceOptions { IgnoreChanges = { "spec" }, CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(3) } };
        ResourceOptions? seen = null;
        options.ResourceTransformations.Add(a => { seen = a.Options; return null; });
        await Mocked.RunAsync(() => _ = new Box("box", null, options));

        Assert.Same(options, seen);
        Assert.Equal(("spec", TimeSpan.FromMinutes(3)), (Assert.Single(seen!.IgnoreChanges), seen.CustomTimeouts?.Create));
    }

    [Fact]
    public async Task Resource_transforms_are_never_called_under_mocks()
    {
        var calls = 0;
        Task<ResourceTransformResult?> Count(ResourceTransformArgs args, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref calls);
            return Task.FromResult<ResourceTransformResult?>(null);
        }

        var mocks = await Mocked.RunAsync(() =>
        {
            var group = new Group("group", new ComponentResourceOptions { ResourceTransforms = { Count } });
            _ = new Box("box", null, new CustomResourceOptions { Parent = group, ResourceTransforms = { Count } });
        });

        Assert.Equal(["group", "box"], mocks.Names);
        Assert.Equal(0, calls);
    }

    private static async Task<List<SeenOptions>> SeenInStackAsync(Action program)
    {
        var seen = new List<SeenOptions>();
        await Mocked.RunInStackAsync(new RecordingMocks(), new StackOptions { ResourceTransformations = { SeenOptions.Into(seen) } }, program);
        return seen;
    }
}
