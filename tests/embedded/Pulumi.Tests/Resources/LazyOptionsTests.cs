namespace Pulumi.Tests.Resources;

/// <summary>Collections of resource options exist from the first access on.</summary>
public sealed class LazyOptionsTests
{
    [Fact]
    public void Unset_lists_of_custom_options_are_empty_and_keep_what_is_added()
    {
        var options = new CustomResourceOptions();
        options.IgnoreChanges.Add("spec");

        Assert.Equal(["spec"], options.IgnoreChanges);
        Assert.Empty(options.ReplaceOnChanges);
        Assert.Empty(options.HideDiffs);
        Assert.Empty(options.AdditionalSecretOutputs);
        Assert.Empty(options.Aliases);
        Assert.Empty(options.ResourceTransformations);
        Assert.Empty(options.ResourceTransforms);
    }

    [Fact]
    public void Unset_scalars_are_null()
    {
        var options = new CustomResourceOptions();

        Assert.Null(options.Parent);
        Assert.Null(options.Protect);
        Assert.Null(options.Provider);
        Assert.Null(options.RetainOnDelete);
        Assert.Null(options.DeletedWith);
        Assert.Null(options.DeleteBeforeReplace);
        Assert.Null(options.CustomTimeouts);
        Assert.Null(options.ImportId);
        Assert.Null(options.Version);
        Assert.Null(options.Id);
        Assert.Null(options.Urn);
    }

    [Fact]
    public async Task Unset_dependencies_are_an_empty_list() =>
        Assert.Empty(await new CustomResourceOptions().DependsOn.ToOutput().ValueAsync());

    [Fact]
    public void Unset_providers_of_component_options_are_an_empty_list() =>
        Assert.Empty(new ComponentResourceOptions().Providers);

    [Fact]
    public async Task The_options_passed_to_a_resource_are_not_changed()
    {
        var options = new CustomResourceOptions();
        await Mocked.RunAsync(() =>
        {
            options.Parent = new Group("group", new ComponentResourceOptions { Protect = true, Providers = { new TestProvider("test", "prov") } });
            _ = new Box("box", null, options);
        });

        Assert.Null(options.Protect);
        Assert.Null(options.Provider);
    }
}
