using Pulumi.Embedded;

namespace Pulumi.Tests.Engine;

/// <summary>What the embedded engine can't do is said, not left out of the plan.</summary>
public sealed class UnsupportedTests
{
    [Fact]
    public async Task A_remote_component_is_refused()
    {
        var error = await Run.FailAsync(() => _ = new ComponentResource("eks:index:Cluster", "c", ResourceArgs.Empty, null, remote: true));

        Assert.Equal(
            "'c' (eks:index:Cluster) is a remote component: a provider's process makes its children, and there is none in an embedded preview; "
                + "use a component of this program, or preview with the Pulumi CLI",
            error.Message);
        Assert.Equal("urn:pulumi:dev::proj::eks:index:Cluster::c", error.Urn);
    }

    [Fact]
    public async Task Resource_transforms_are_refused()
    {
        var options = new CustomResourceOptions { ResourceTransforms = { (_, _) => Task.FromResult<ResourceTransformResult?>(null) } };

        var error = await Run.FailAsync(() => _ = new Box("a", null, options));

        Assert.Equal(
            "'a' (test:index:Box) has ResourceTransforms, which only Pulumi's own engine calls; use ResourceTransformations, which are applied in an embedded preview too",
            error.Message);
    }

    [Fact]
    public async Task Hooks_are_warned_of()
    {
        var hook = new ResourceHook("tell", (_, _) => Task.CompletedTask);

        var result = await Run.Async(() => _ = new Box("a", null, new CustomResourceOptions { Hooks = { AfterCreate = { hook } } }));

        Assert.Equal(
            [new EngineDiagnostic(EngineSeverity.Warning, "'a' (test:index:Box) has resource hooks, which an embedded preview doesn't call", "urn:pulumi:dev::proj::test:index:Box::a")],
            result.Diagnostics.AsEnumerable());
    }
}
