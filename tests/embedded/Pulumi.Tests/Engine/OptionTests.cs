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
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(20), Delete = TimeSpan.FromMinutes(5) },
        }));

        var options = result.Named("a").Options;
        Assert.Equal((true, true, true), (options.Protect, options.RetainOnDelete, options.DeleteBeforeReplace));
        Assert.Equal(["spec.replicas"], options.IgnoreChanges.AsEnumerable());
        Assert.Equal(["name"], options.ReplaceOnChanges.AsEnumerable());
        Assert.Equal(["tags"], options.HideDiffs.AsEnumerable());
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
    public async Task A_providers_urn_is_shown_whether_given_or_inherited()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var provider = new TestProvider("test", "p");
            var group = new Group("g", new ComponentResourceOptions { Providers = { provider } });
            _ = new Box("inherited", null, new CustomResourceOptions { Parent = group });
            _ = new Box("given", null, new CustomResourceOptions { Provider = provider });
            _ = new Box("none");
        });

        const string Provider = "urn:pulumi:dev::proj::pulumi:providers:test::p";
        Assert.Equal((Provider, Provider, null), (result.Named("inherited").Provider, result.Named("given").Provider, result.Named("none").Provider));
    }

    [Fact]
    public async Task Aliases_are_urns_with_those_that_follow_from_the_parent()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var group = new Group("new", new ComponentResourceOptions { Aliases = { new Alias { Name = "old" } } });
            _ = new Box("new-box", null, new CustomResourceOptions { Parent = group });
        });

        Assert.Equal(["urn:pulumi:dev::proj::test:index:Group::old"], result.Named("new").Options.Aliases.AsEnumerable());
        Assert.Equal(["urn:pulumi:dev::proj::test:index:Group$test:index:Box::old-box"], result.Named("new-box").Options.Aliases.AsEnumerable());
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
