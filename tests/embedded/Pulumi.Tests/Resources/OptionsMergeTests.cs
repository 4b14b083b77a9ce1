namespace Pulumi.Tests.Resources;

/// <summary><c>Merge</c> of resource options: scalars of the second win where set, collections are joined, the arguments stay as they are.</summary>
public sealed class OptionsMergeTests
{
    [Fact]
    public void Scalars_of_the_second_win_and_its_nulls_do_not()
    {
        var first = new CustomResourceOptions { Protect = true, Version = "1", ImportId = "one", RetainOnDelete = true, PluginDownloadURL = "u" };
        var second = new CustomResourceOptions { Protect = false, Version = "2", DeleteBeforeReplace = true };

        var merged = CustomResourceOptions.Merge(first, second);

        Assert.Equal(
            (false, "2", "one", true, true, "u"),
            (merged.Protect, merged.Version, merged.ImportId, merged.RetainOnDelete, merged.DeleteBeforeReplace, merged.PluginDownloadURL));
    }

    [Fact]
    public void Lists_are_joined_in_order()
    {
        var first = new CustomResourceOptions { IgnoreChanges = { "a" }, ReplaceOnChanges = { "r" }, AdditionalSecretOutputs = { "s" }, HideDiffs = { "h" } };
        var second = new CustomResourceOptions { IgnoreChanges = { "b", "a" }, AdditionalSecretOutputs = { "t" } };

        var merged = CustomResourceOptions.Merge(first, second);

        Assert.Equal(["a", "b", "a"], merged.IgnoreChanges);
        Assert.Equal(["r"], merged.ReplaceOnChanges);
        Assert.Equal(["s", "t"], merged.AdditionalSecretOutputs);
        Assert.Equal(["h"], merged.HideDiffs);
    }

    [Fact]
    public void Timeouts_of_the_second_replace_those_of_the_first_as_a_whole()
    {
        var first = new CustomResourceOptions { CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(1) } };
        var second = new CustomResourceOptions { CustomTimeouts = new CustomTimeouts { Delete = TimeSpan.FromMinutes(2) } };

        var merged = CustomResourceOptions.Merge(first, second).CustomTimeouts;

        Assert.Equal((null, TimeSpan.FromMinutes(2)), (merged?.Create, merged?.Delete));
    }

    [Fact]
    public async Task Dependencies_are_joined_in_order()
    {
        var names = await NamesAsync(() =>
        {
            var a = new Box("a");
            var b = new Box("b");
            return CustomResourceOptions.Merge(new CustomResourceOptions { DependsOn = { a } }, new CustomResourceOptions { DependsOn = { b } });
        });

        Assert.Equal(["a", "b"], names);
    }

    [Fact]
    public async Task The_arguments_are_not_changed()
    {
        var first = new CustomResourceOptions { IgnoreChanges = { "a" } };
        var second = new CustomResourceOptions { IgnoreChanges = { "b" } };
        var names = await NamesAsync(() =>
        {
            first.DependsOn.Add(new Box("x"));
            second.DependsOn.Add(new Box("y"));
            CustomResourceOptions.Merge(first, second).IgnoreChanges.Add("c");
            return first;
        });

        Assert.Equal(["a"], first.IgnoreChanges);
        Assert.Equal(["b"], second.IgnoreChanges);
        Assert.Equal(["x"], names);
    }

    [Fact]
    public void A_new_instance_is_returned_even_for_nulls()
    {
        var options = new CustomResourceOptions { Protect = true };

        var merged = CustomResourceOptions.Merge(options, null);

        Assert.NotSame(options, merged);
        Assert.True(merged.Protect);
        Assert.Null(CustomResourceOptions.Merge(null, null).Protect);
    }

    [Fact]
    public async Task Providers_of_components_are_joined_by_package_and_the_second_wins()
    {
        var merged = await Mocked.ReadAsync(() => ComponentResourceOptions.Merge(
            new ComponentResourceOptions { Providers = { new TestProvider("a", "a1"), new TestProvider("b", "b1") } },
            new ComponentResourceOptions { Providers = { new TestProvider("b", "b2"), new TestProvider("c", "c2") } }));

        Assert.Equal(["a1", "b2", "c2"], merged.Providers.Select(provider => provider.GetResourceName()));
    }

    private static async Task<List<string>> NamesAsync(Func<ResourceOptions> program)
    {
        var options = await Mocked.ReadAsync(program);
        return [.. (await options.DependsOn.ToOutput().ValueAsync()).Select(resource => resource.GetResourceName())];
    }
}
