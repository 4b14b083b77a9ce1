using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary>A T4 that four containers take turns on is four GPUs, to whoever counts.</summary>
public sealed class TimeSlicingTests
{
    private static readonly Lazy<Task<JToken>> s_plan = new(async () =>
        JObject.Parse(PlanJson.ToText(await PlanAsync()))["resources"]!);

    [Fact]
    public async Task The_node_autoscaler_reads_four_from_the_node_group() =>
        Assert.Equal("4", (string?)Inputs(await s_plan.Value, "t4-node-group").SelectToken("tags['k8s.io/cluster-autoscaler/node-template/resources/nvidia.com/gpu']"));

    [Fact]
    public async Task The_device_plugin_advertises_four_on_nodes_of_the_pool()
    {
        var values = Inputs(await s_plan.Value, "nvidia-device-plugin-release")["values"]!;

        Assert.Equal("time-slicing-4", (string?)Inputs(await s_plan.Value, "t4-node-group").SelectToken("labels['nvidia.com/device-plugin.config']"));
        Assert.Equal(
            "version: v1\nflags:\n  migStrategy: none\nsharing:\n  timeSlicing:\n    renameByDefault: false\n    failRequestsGreaterThanOne: true\n    resources:\n    - name: nvidia.com/gpu\n      replicas: 4\n",
            (string?)values.SelectToken("config.map['time-slicing-4']"));
    }

    [Theory]
    [InlineData("image-classifier")]
    [InlineData("digit-reader")]
    public async Task Placement_sees_four_and_a_model_asks_for_one_of_them(string model)
    {
        var pool = Assert.Single(Inputs(await s_plan.Value, model)["pools"]!);

        Assert.Equal(("t4", 4, "nvidia.com/gpu"), ((string?)pool["name"], (int?)pool["devicesPerNode"], (string?)pool["deviceResource"]));
        Assert.Equal("1", (string?)Inputs(await s_plan.Value, $"{model}-deployment").SelectToken("spec.template.spec.containers[0].resources.limits['nvidia.com/gpu']"));
    }

    // Two nodes, four turns each: eight replicas are the most there can be, and a ninth is refused before anything is made.
    [Fact]
    public async Task The_configuration_counts_four_per_node()
    {
        using var checkout = new Checkout();
        var result = await checkout.RunAsync(
            "preview", "time-slicing", "--config-file", RepositoryRoot.Combine("examples/environments/time-slicing.yaml"), "--config-path", "--config", "gpu-inference:models[1].replicas=5");

        Assert.Equal(2, result.ExitCode);
        Assert.EndsWith(
            "gpu-inference:pools[0].capacity: the models image-classifier, digit-reader may ask for 9 GPUs together, but the pool can have 8; "
            + "raise its capacity (max counts only with nodeAutoscaling) or ask for fewer replicas\n",
            result.Error);
    }

    private static async Task<Plan> PlanAsync()
    {
        var request = new PlanRequest { Environment = "time-slicing", ConfigFile = RepositoryRoot.Combine("examples/environments/time-slicing.yaml") };
        return (await PlanSource.Of(new ProjectFolder(RepositoryRoot.Path)).PlanAsync(request)).Plan!;
    }

    private static JToken Inputs(JToken resources, string name) => Assert.Single(resources, resource => ((string)resource["urn"]!).EndsWith($"::{name}", StringComparison.Ordinal))["inputs"]!;
}
