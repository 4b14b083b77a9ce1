namespace Pulumi.Tests.Engine;

/// <summary>Resources that aren't managed: looked up by an id, or by the URN of one that is.</summary>
public sealed class ReadTests
{
    private const string Box = "urn:pulumi:dev::proj::test:index:Box::";

    [Fact]
    public async Task A_read_resource_has_its_id_and_nothing_else()
    {
        Box? box = null;
        var result = await Run.SucceedAsync(() => box = Harness.Box.Get("got", "id-1", new BoxArgs { Other = "state" }));

        Assert.Equal(("id-1", Box + "got"), (await box!.Id.ValueAsync(), await box.Urn.ValueAsync()));
        Assert.False(await box.Value.IsKnownAsync());
        Assert.Equal(("id-1", "{other: 'state'}"), (result.Named("got").ReadId, Tree.Of(result.Named("got").Inputs)));
    }

    [Fact]
    public async Task Of_its_options_only_the_version_is_sent_and_nothing_is_inherited()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var before = new Box("before");
            var group = new Group("g", new ComponentResourceOptions { Protect = true, RetainOnDelete = true, DeletedWith = before, Aliases = { new Alias { Name = "h" } } });
            _ = new Box("got", new BoxArgs { Other = before.Urn }, new CustomResourceOptions
            {
                Id = "id-1",
                Parent = group,
                DependsOn = { before },
                IgnoreChanges = { "x" },
                AdditionalSecretOutputs = { "x" },
                PluginDownloadURL = "https://plugins.invalid",
                Version = "1.2.3",
            });
        });

        var got = result.Named("got");
        Assert.Equivalent(new Pulumi.Embedded.RegisteredOptions { Version = "1.2.3" }, got.Options, strict: true);
        Assert.Equal([Box + "before"], got.Dependencies.AsEnumerable());
        Assert.Empty(got.PropertyDependencies);
    }

    [Fact]
    public async Task With_an_unknown_id_it_is_registered_as_the_real_sdk_does()
    {
        var result = await Run.SucceedAsync(() => _ = Harness.Box.Get("got", new Box("a").Id));

        Assert.Null(result.Named("got").ReadId);
    }

    [Fact]
    public async Task Its_urn_is_taken()
    {
        var error = await Run.FailAsync(() =>
        {
            _ = Harness.Box.Get("a", "id-1");
            _ = new Box("a");
        });

        Assert.Equal($"Duplicate resource URN '{Box}a'; try giving it a unique name", error.Message);
    }

    [Fact]
    public async Task A_resource_found_by_its_urn_is_that_resource_and_not_registered_again()
    {
        Box? found = null;
        var result = await Run.SucceedAsync(() =>
        {
            var box = new Box("a", new BoxArgs { Value = "x" }, new CustomResourceOptions { Parent = new Group("g") });
            box.Urn.Apply(urn => found = new Box("another name", null, new CustomResourceOptions { Urn = urn }));
            _ = new Box("child", null, new CustomResourceOptions { Parent = found });
        });

        Assert.Equal("x", await found!.Value.ValueAsync());
        Assert.Equal(["proj-dev", "g", "a", "child"], result.Resources.Select(resource => resource.Name));
        Assert.Equal("urn:pulumi:dev::proj::test:index:Group$test:index:Box$test:index:Box::child", result.Named("child").Urn);
    }

    [Fact]
    public async Task A_read_resource_found_by_its_urn_has_its_id()
    {
        Box? found = null;
        await Run.SucceedAsync(() =>
        {
            _ = Harness.Box.Get("a", "id-1", new BoxArgs { Other = "state" });
            found = new Box("b", null, new CustomResourceOptions { Urn = Box + "a" });
        });

        Assert.Equal("id-1", await found!.Id.ValueAsync());
        Assert.False(await found.Value.IsKnownAsync());
    }

    [Fact]
    public async Task An_unknown_urn_is_refused()
    {
        var error = await Run.FailAsync(() => _ = new Box("b", null, new CustomResourceOptions { Urn = Box + "missing" }));

        Assert.Equal($"unknown resource {Box}missing", error.Message);
    }
}
