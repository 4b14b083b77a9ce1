using Infra.Stacks.Tests.Settings;
using Pulumi;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Resources that exist and that the stack takes over.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class AdoptionTests
{
    [Fact]
    public async Task A_resource_gets_the_id_that_its_name_has_in_the_configuration()
    {
        var stack = await Stack("""{"models-bucket": "old-models", "cluster-control-plane": "house", "reader-deployment": "inference/reader"}""");

        Assert.Equal(
            ["cluster-control-plane=house", "models-bucket=old-models", "reader-deployment=inference/reader"],
            stack.Resources.Where(resource => resource.Id is { Length: > 0 }).Select(resource => $"{resource.Name}={resource.Id}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("models-buckt", "no resource has this name; did you mean 'models-bucket'? a preview shows all names")]
    [InlineData("xyz", "no resource has this name; a preview shows all names")]
    [InlineData("kubernetes", "no resource has this name; a preview shows all names")]
    [InlineData("models", "no resource has this name; a preview shows all names")]
    public async Task A_name_that_no_resource_has_is_refused(string name, string problem)
    {
        var error = await Assert.ThrowsAsync<RunException>(() => Stack($$"""{"{{name}}": "id"}"""));

        Assert.Contains($"1 problem in Pulumi.x.yaml:\n  gpu-inference:adopt.{name}: {problem}", error.Message, StringComparison.Ordinal);
    }

    private static Task<MockedStack> Stack(string adopt) => MockedStack.OfAsync("x", SampleConfig.NewEks().With("adopt", adopt).ForEngine());
}
