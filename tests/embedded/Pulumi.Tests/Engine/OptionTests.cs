using Pulumi.Embedded;

namespace Pulumi.Tests.Engine;

/// <summary>Options as the engine sees them: after merging and inheritance.</summary>
public sealed class OptionTests
{
    [Fact]
    public async Task Own_options_are_shown()
    {
        var result = await Run.SucceedAsync(() => _ = new Box("a", null, new CustomResourceOptions
        {
            Protect = true,
            RetainOnDelete = true,
            DeleteBeforeReplace = true,
            IgnoreChanges = { "spec.replicas" },
            ReplaceOnChanges = { "name" },
            HideDiffs = { "tags" },
            AdditionalSecretOutputs = { "token" },
            DeletedWith = new Box("owner"),
            Version = "1.2.3",
            PluginDownloadURL = "https://plugins.invalid",
            ImportId = "import-1",
            ReplaceWith = { new Box("trigger") },
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(20), Delete = TimeSpan.FromMinutes(5) },
        }));

        var options = result.Named("a").Options;
        Assert.Equal((true, true, true), (options.Protect, options.RetainOnDelete, options.DeleteBeforeReplace));
        Assert.Equal(["spec.replicas"], options.IgnoreChanges.AsEnumerable());
        Assert.Equal(["name"], options.ReplaceOnChanges.AsEnumerable());
        Assert.Equal(["tags"], options.HideDiffs.AsEnumerable());
        Assert.Equal(["urn:pulumi:dev::proj::test:index:Box::trigger"], options.ReplaceWith.AsEnumerable());
        Assert.Equal(["token"], options.AdditionalSecretOutputs.AsEnumerable());
        Assert.Equal("urn:pulumi:dev::proj::test:index:Box::owner", options.DeletedWith);
        Assert.Equal(("1.2.3", "https://plugins.invalid", "import-1"), (options.Version, options.PluginDownloadUrl, options.ImportId));
        Assert.Equal((TimeSpan.FromMinutes(20), null, TimeSpan.FromMinutes(5)), (options.CreateTimeout, options.UpdateTimeout, options.DeleteTimeout));
    }

    [Fact]
    public async Task Protection_retention_and_deletion_are_inherited_from_the_component_unless_overridden()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var group = new Group("g", new ComponentResourceOptions { Protect = true, RetainOnDelete = true, DeletedWith = new Box("owner") });
            _ = new Box("child", null, new CustomResourceOptions { Parent = group });
            _ = new Box("free", null, new CustomResourceOptions { Parent = group, Protect = false, RetainOnDelete = false });
        });

        var child = result.Named("child").Options;
        Assert.Equal((true, true, "urn:pulumi:dev::proj::test:index:Box::owner"), (child.Protect, child.RetainOnDelete, child.DeletedWith));
        var free = result.Named("free").Options;
        Assert.Equal((false, false), (free.Protect, free.RetainOnDelete));
    }

    [Fact]
    public async Task What_one_resource_is_replaced_or_deleted_with_is_no_dependency()
    {
        var result = await Run.SucceedAsync(() => _ = new Box("a", null, new CustomResourceOptions
        {
            ReplaceWith = { new Box("b"), Output.Create<Resource>(new Box("c")) },
            DeletedWith = new Box("d"),
        }));

        var a = result.Named("a");
        Assert.Empty(a.Dependencies);
        Assert.Equal(["urn:pulumi:dev::proj::test:index:Box::b", "urn:pulumi:dev::proj::test:index:Box::c"], a.Options.ReplaceWith.AsEnumerable());
    }

    [Fact]
    public async Task A_list_of_resources_with_an_unknown_in_it_is_unknown_as_a_whole_and_so_left_out()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var (a, b) = (new Box("a"), new Box("b"));
            _ = new Box("c", null, new CustomResourceOptions { DependsOn = { a, b.Id.Apply<Resource>(_ => b) }, ReplaceWith = { a, b.Id.Apply<Resource>(_ => b) } });
        });

        Assert.Empty(result.Named("c").Dependencies);
        Assert.Empty(result.Named("c").Options.ReplaceWith);
    }

    [Fact]
    public async Task Merged_options_are_registered_as_merged()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var (a, b) = (new Box("a"), new Box("b"));
            var first = new CustomResourceOptions
            {
                Protect = true,
                RetainOnDelete = true,
                Version = "1.0.0",
                PluginDownloadURL = "https://one.invalid",
                IgnoreChanges = { "x" },
                ReplaceOnChanges = { "x" },
                HideDiffs = { "x" },
                AdditionalSecretOutputs = { "x" },
                Aliases = { new Alias { Name = "x" } },
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(1), Update = TimeSpan.FromMinutes(2) },
                DependsOn = { a },
                ReplaceWith = { a },
                DeletedWith = a,
            };
            var second = new CustomResourceOptions
            {
                Protect = false,
                Version = "2.0.0",
                IgnoreChanges = { "y" },
                ReplaceOnChanges = { "y" },
                HideDiffs = { "y" },
                AdditionalSecretOutputs = { "y" },
                Aliases = { new Alias { Name = "y" } },
                CustomTimeouts = new CustomTimeouts { Delete = TimeSpan.FromMinutes(3) },
                DependsOn = { b },
                ReplaceWith = { b },
            };
            _ = new Box("m", null, CustomResourceOptions.Merge(first, second));
        });

        const string Box = "urn:pulumi:dev::proj::test:index:Box::";
        var merged = result.Named("m").Options;
        Assert.Equal((false, true, "2.0.0", "https://one.invalid", Box + "a"), (merged.Protect, merged.RetainOnDelete, merged.Version, merged.PluginDownloadUrl, merged.DeletedWith));
        Assert.All([merged.IgnoreChanges, merged.ReplaceOnChanges, merged.HideDiffs, merged.AdditionalSecretOutputs], paths => Assert.Equal(["x", "y"], paths.AsEnumerable()));
        Assert.Equal([Box + "x", Box + "y"], merged.Aliases.AsEnumerable());
        Assert.Equal([Box + "a", Box + "b"], merged.ReplaceWith.AsEnumerable());
        Assert.Equal([Box + "a", Box + "b"], result.Named("m").Dependencies.AsEnumerable());
        Assert.Equal((null, null, TimeSpan.FromMinutes(3)), (merged.CreateTimeout, merged.UpdateTimeout, merged.DeleteTimeout));
    }

    [Fact]
    public async Task Through_components_and_custom_parents_only_protection_retention_and_deletion_are_inherited()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var outer = new Group("outer", new ComponentResourceOptions
            {
                Protect = true,
                RetainOnDelete = true,
                DeletedWith = new Box("owner"),
                IgnoreChanges = { "x" },
                HideDiffs = { "x" },
                ReplaceWith = { new Box("other") },
                Version = "1.0.0",
                PluginDownloadURL = "https://plugins.invalid",
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(1) },
                DependsOn = { new Box("before") },
            });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            var parent = new Box("parent", null, new CustomResourceOptions { Parent = inner });
            _ = new Box("child", null, new CustomResourceOptions { Parent = parent });
        });

        var child = result.Named("child");
        Assert.Equivalent(
            new RegisteredOptions { Protect = true, RetainOnDelete = true, DeletedWith = "urn:pulumi:dev::proj::test:index:Box::owner" },
            child.Options,
            strict: true);
        Assert.Empty(child.Dependencies);
    }

    [Fact]
    public async Task A_component_has_no_option_that_only_custom_resources_have()
    {
        var result = await Run.SucceedAsync(() => _ = new Group("g", new ComponentResourceOptions { ReplaceOnChanges = { "x" }, IgnoreChanges = { "y" }, HideDiffs = { "z" } }));

        Assert.Equivalent(new RegisteredOptions { IgnoreChanges = ["y"], HideDiffs = ["z"] }, result.Named("g").Options, strict: true);
    }

    [Fact]
    public async Task Transformations_of_the_component_change_what_is_registered()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var group = new Group("g", new ComponentResourceOptions
            {
                ResourceTransformations = { a => a.Resource is Box ? new ResourceTransformationResult(new BoxArgs { Other = "changed" }, a.Options) : null },
            });
            _ = new Box("a", new BoxArgs { Other = "given" }, new CustomResourceOptions { Parent = group });
        });

        Assert.Equal("{other: 'changed'}", Tree.Of(result.Named("a").Inputs));
    }

    [Theory]
    [InlineData("test")]
    [InlineData("*")]
    public async Task A_disabled_default_provider_is_refused(string disabled)
    {
        var options = Run.Options with { DisabledDefaultProviders = ImmutableHashSet.Create(disabled) };

        var error = await Run.FailAsync(() => _ = new Box("a"), options);

        Assert.Equal("Default provider for 'test' disabled. 'urn:pulumi:dev::proj::test:index:Box::a' must use an explicit provider.", error.Message);
        Assert.Equal("urn:pulumi:dev::proj::test:index:Box::a", error.Urn);
    }

    [Fact]
    public async Task Other_packages_components_providers_and_stack_references_need_none()
    {
        await Run.SucceedAsync(
            () =>
            {
                _ = new Group("g");
                var provider = new TestProvider("test", "p");
                _ = new Box("a", null, new CustomResourceOptions { Provider = provider });
                _ = new StackReference("org/net/dev");
            },
            Run.Options with { DisabledDefaultProviders = ImmutableHashSet.Create("*") });
        await Run.SucceedAsync(() => _ = new Box("a"), Run.Options with { DisabledDefaultProviders = ImmutableHashSet.Create("aws") });
    }
}
