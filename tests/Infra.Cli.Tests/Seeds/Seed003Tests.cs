using static Infra.Cli.Tests.Seeds.SeedScenario;

namespace Infra.Cli.Tests.Seeds;

/// <summary>Document 003, five reasons.</summary>
public sealed class Seed003Tests
{
    [Theory]
    [InlineData("by-turns", "turns", "time-slicing-4", "4")]
    [InlineData("by-piece", "pieces", "mig-single", "56")]
    [Seed("S3.2", "time-slicing")]
    [Seed("S3.2", "MIG")]
    public async Task A_shared_GPU_counts_as_its_shares(string model, string pool, string plugin, string shares)
    {
        var scenario = await OfAsync("003-sharing");

        Holds(
            scenario.Inputs($"{pool}-node-group"),
            ("labels['nvidia.com/device-plugin.config']", plugin),
            ("tags['k8s.io/cluster-autoscaler/node-template/resources/nvidia.com/gpu']", shares));
        Holds(
            scenario.Object("Deployment", model),
            ("spec.template.spec.containers[0].resources.limits['nvidia.com/gpu']", "1"),
            ("spec.template.spec.nodeSelector['gpu-inference/pool']", pool));
    }

    [Fact]
    [Seed("S3.2", "MIG: the operator cuts the GPUs")]
    public async Task The_operator_cuts_the_GPUs_as_the_pool_says()
    {
        var scenario = await OfAsync("003-sharing");

        Holds(scenario.Inputs("pieces-node-group"), ("labels['nvidia.com/mig.config']", "all-1g.5gb"));
        Holds(scenario.Values("gpu-operator"), ("mig.strategy", "single"));
    }
}
