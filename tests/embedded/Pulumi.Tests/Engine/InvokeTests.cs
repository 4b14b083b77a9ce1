using Pulumi.Embedded;

namespace Pulumi.Tests.Engine;

/// <summary>Provider functions: there is no provider to be asked.</summary>
public sealed class InvokeTests
{
    private const string Zones = "aws:index/getZones:getZones";

    [Fact]
    public async Task Invokes_are_unknown()
    {
        Output<string>? zones = null;
        await Run.SucceedAsync(() => zones = Deployment.Instance.Invoke<string>(Zones, InvokeArgs.Empty));

        Assert.False(await zones!.IsKnownAsync());
    }

    [Fact]
    public async Task An_asynchronous_invoke_says_that_it_can_not_be_answered()
    {
        var result = await EmbeddedEngine.RunAsync(
            Run.Options, () => Deployment.RunAsync(() => (Task)Deployment.Instance.InvokeAsync<string>(Zones, InvokeArgs.Empty)));

        Assert.Equal(
            "The function 'aws:index/getZones:getZones' can't be called in an embedded preview; use Invoke instead of InvokeAsync, whose output is unknown there",
            Assert.Single(result.Diagnostics).Message);
    }

    [Fact]
    public async Task An_invoke_needs_an_explicit_provider_where_default_providers_are_disabled()
    {
        var error = await Run.FailAsync(
            () => Deployment.Instance.Invoke<string>(Zones, InvokeArgs.Empty),
            Run.Options with { DisabledDefaultProviders = ImmutableHashSet.Create("aws") });

        Assert.Equal(
            "Default provider for 'aws' disabled. 'aws:index/getZones:getZones' must use an explicit provider.",
            error.Message);
    }

    [Fact]
    public async Task A_result_depends_on_the_resources_behind_its_arguments_and_options_once_their_ids_are_known()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var (created, read) = (new Box("created"), Box.Get("read", "id-1"));
            var byArgument = Deployment.Instance.Invoke<string>(Zones, new ZonesArgs { Name = read.Id });
            var byOption = Deployment.Instance.Invoke<string>(Zones, InvokeArgs.Empty, new InvokeOutputOptions { DependsOn = { read } });
            var ofCreated = Deployment.Instance.Invoke<string>(Zones, new ZonesArgs { Name = created.Urn });
            var afterCreated = Deployment.Instance.Invoke<string>(Zones, InvokeArgs.Empty, new InvokeOutputOptions { DependsOn = { created } });
            _ = new Box("by-argument", new BoxArgs { Value = byArgument });
            _ = new Box("by-option", new BoxArgs { Value = byOption });
            _ = new Box("of-created", new BoxArgs { Value = ofCreated });
            _ = new Box("after-created", new BoxArgs { Value = afterCreated });
        });

        const string Read = "urn:pulumi:dev::proj::test:index:Box::read";
        Assert.Equal([Read], result.Named("by-argument").Dependencies.AsEnumerable());
        Assert.Equal([Read], result.Named("by-option").Dependencies.AsEnumerable());
        // The real SDK gives an unknown without dependencies while a resource has no id.
        Assert.Empty(result.Named("of-created").Dependencies);
        Assert.Empty(result.Named("after-created").Dependencies);
        Assert.All(["by-argument", "by-option", "of-created", "after-created"], name => Assert.Equal("{v: unknown}", Tree.Of(result.Named(name).Inputs)));
    }

    [Fact]
    public async Task Calls_and_single_values_are_unknown_too()
    {
        List<Output<string>> results = [];
        await Run.SucceedAsync(() => results.AddRange(
        [
            Deployment.Instance.Call<string>("test:index:Box/describe", CallArgs.Empty, new Box("a")),
            Deployment.Instance.InvokeSingle<string>(Zones, InvokeArgs.Empty),
        ]));

        Assert.False(await results[0].IsKnownAsync());
        Assert.False(await results[1].IsKnownAsync());
    }

    private sealed class ZonesArgs : InvokeArgs
    {
        [Input("name")]
        public Input<string>? Name { get; set; }
    }
}
