using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>What the shipped environments have, and what they leave out.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class EnvironmentTests
{
    private const string ClassifierEndpoint = "image-classifier=http://image-classifier.inference.svc:8501/v1/models/image-classifier";

    [Fact]
    public async Task Local_has_nothing_of_AWS_and_no_GPUs() => Assert.Equal(
        [
            "gpu-inference:index:FluentBit fluent-bit",
            "gpu-inference:index:GrafanaDashboards dashboards",
            "gpu-inference:index:InferenceService image-classifier",
            "gpu-inference:index:Loki loki",
            "gpu-inference:index:MonitoringStack monitoring",
            "gpu-inference:index:PlatformAlerts platform-alerts",
            "kubernetes:apps/v1:Deployment image-classifier-deployment",
            "kubernetes:core/v1:ConfigMap dashboards-fleet",
            "kubernetes:core/v1:ConfigMap dashboards-model",
            "kubernetes:core/v1:ConfigMap image-classifier-config",
            "kubernetes:core/v1:ConfigMap loki-data-source",
            "kubernetes:core/v1:Namespace fluent-bit-namespace",
            "kubernetes:core/v1:Namespace inference",
            "kubernetes:core/v1:Namespace loki-namespace",
            "kubernetes:core/v1:Namespace monitoring-namespace",
            "kubernetes:core/v1:Namespace monitoring-node-exporter-namespace",
            "kubernetes:core/v1:Secret monitoring-grafana-admin",
            "kubernetes:core/v1:Service image-classifier-service",
            "kubernetes:core/v1:ServiceAccount image-classifier-service-account",
            "kubernetes:helm.sh/v3:Release fluent-bit-release",
            "kubernetes:helm.sh/v3:Release loki-release",
            "kubernetes:helm.sh/v3:Release monitoring-release",
            "kubernetes:monitoring.coreos.com/v1:PrometheusRule dashboards-rules",
            "kubernetes:monitoring.coreos.com/v1:PrometheusRule image-classifier-rules",
            "kubernetes:monitoring.coreos.com/v1:PrometheusRule platform-alerts-nodes",
            "kubernetes:monitoring.coreos.com/v1:PrometheusRule platform-alerts-storage",
            "kubernetes:monitoring.coreos.com/v1:PrometheusRule platform-alerts-telemetry",
            "kubernetes:monitoring.coreos.com/v1:ServiceMonitor image-classifier-monitor",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy fluent-bit-access",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy image-classifier-network-policy",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy loki-access",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy monitoring-grafana-access",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy monitoring-prometheus-access",
            "kubernetes:policy/v1:PodDisruptionBudget image-classifier-disruption-budget",
            "pulumi:providers:kubernetes kubernetes",
            "pulumi:providers:random random",
            "random:index/randomPassword:RandomPassword monitoring-grafana-password",
        ],
        (await MockedStack.OfAsync("local")).Resources.Select(resource => $"{resource.Type} {resource.Name}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("dev", "t4", "SPOT", "g4dn.xlarge g4dn.2xlarge", 0, 4, "ab")]
    [InlineData("prod", "t4-multi", "ON_DEMAND", "g4dn.12xlarge", 0, 3, "abc")]
    [InlineData("prod", "a100", "ON_DEMAND", "p4d.24xlarge", 0, 2, "b")]
    // The launch template of a capacity block names the type.
    [InlineData("prod", "h100", "CAPACITY_BLOCK", "", 0, 2, "a")]
    [InlineData("prod", "v100", "ON_DEMAND", "p3.2xlarge", 0, 2, "abc")]
    public async Task A_pool_is_as_configured(string environment, string pool, string capacityType, string types, int min, int max, string zones)
    {
        var nodeGroup = Tree.Of((await MockedStack.OfAsync(environment)).Single("aws:eks/nodeGroup:NodeGroup", $"{pool}-node-group").Inputs);

        Assert.Equal(
            ($"gpu-inference-{environment}", $"gpu-inference-{environment}-{pool}", capacityType, types),
            ((string)nodeGroup["clusterName"]!, (string)nodeGroup["nodeGroupName"]!, (string)nodeGroup["capacityType"]!, Words(nodeGroup["instanceTypes"])));
        Tree.Equal($$"""{"minSize": {{min}}, "maxSize": {{max}}, "desiredSize": {{min}}}""", nodeGroup["scalingConfig"]);
        Assert.Equal(string.Join(' ', zones.Select(zone => $"network-private-us-west-2{zone}-id")), Words(nodeGroup["subnetIds"]));
    }

    // One group for each zone, so that a replica gets its node in the zone that has none.
    [Theory]
    [InlineData("t4", "SPOT", 0, 3)]
    [InlineData("t4-on-demand", "ON_DEMAND", 1, 2)]
    public async Task A_pool_of_production_has_a_group_in_each_zone(string pool, string capacityType, int min, int max)
    {
        var stack = await MockedStack.OfAsync("prod");
        foreach (var zone in new[] { "us-west-2a", "us-west-2b", "us-west-2c" })
        {
            var nodeGroup = Tree.Of(stack.Single("aws:eks/nodeGroup:NodeGroup", $"{pool}-node-group-{zone}").Inputs);

            Assert.Equal((capacityType, $"network-private-{zone}-id"), ((string)nodeGroup["capacityType"]!, Words(nodeGroup["subnetIds"])));
            Tree.Equal($$"""{"minSize": {{min}}, "maxSize": {{max}}, "desiredSize": {{min}}}""", nodeGroup["scalingConfig"]);
        }
    }

    [Fact]
    public async Task Production_has_its_H100s_from_the_block_its_A100s_side_by_side_and_room_on_spot()
    {
        var stack = await MockedStack.OfAsync("prod");
        JsonNode Template(string pool) => Tree.Of(stack.Single("aws:ec2/launchTemplate:LaunchTemplate", $"{pool}-launch-template").Inputs);
        var room = Tree.Of(stack.Single("kubernetes:apps/v1:Deployment", "headroom-t4").Inputs["spec"]);

        Tree.Equal("""{"capacityReservationTarget": {"capacityReservationId": "cr-0123456789abcdef0"}}""", Template("h100")["capacityReservationSpecification"]);
        Tree.Equal("""{"marketType": "capacity-block"}""", Template("h100")["instanceMarketOptions"]);
        Assert.Equal("p5.48xlarge", (string?)Template("h100")["instanceType"]);
        Tree.Equal("""{"groupName": "a100-placement"}""", Template("a100")["placement"]);
        // Both have their images and models on local disks.
        Assert.All(["a100", "h100"], pool => Assert.Equal(100, (double)Template(pool)["blockDeviceMappings"]![0]!["ebs"]!["volumeSize"]!));
        Assert.Equal((4, 32), (Template("a100")["networkInterfaces"]!.AsArray().Count, Template("h100")["networkInterfaces"]!.AsArray().Count));
        Assert.Equal(1, (double)room["replicas"]!);
        Tree.Equal("""{"gpu-inference/pool": "t4"}""", room["template"]!["spec"]!["nodeSelector"]);
        Tree.Equal("""{"cpu": "2", "memory": "4Gi", "nvidia.com/gpu": "1"}""", room["template"]!["spec"]!["containers"]![0]!["resources"]!["requests"]);
    }

    [Fact]
    public async Task A_pool_of_one_zone_has_the_subnet_of_that_zone()
    {
        var config = ShippedConfig.Of("prod");
        var pools = JsonNode.Parse((string)config["gpu-inference:pools"]!)!;
        pools[0]!["zones"] = new JsonArray("us-west-2b");
        config["gpu-inference:pools"] = pools.ToJsonString();

        Tree.Equal(
            """["network-private-us-west-2b-id"]""",
            Tree.Of((await MockedStack.OfAsync("prod", config)).Single("aws:eks/nodeGroup:NodeGroup", "t4-node-group-us-west-2b").Inputs["subnetIds"]));
    }

    [Fact]
    public async Task A_pool_whose_image_brings_the_device_plugin_gets_none()
    {
        var config = ShippedConfig.Of("dev");
        var pools = JsonNode.Parse((string)config["gpu-inference:pools"]!)!;
        pools[0]!["amiType"] = "BOTTLEROCKET_x86_64_NVIDIA";
        config["gpu-inference:pools"] = pools.ToJsonString();

        Assert.DoesNotContain((await MockedStack.OfAsync("dev", config)).Resources, resource => resource.Type == "gpu-inference:index:NvidiaDevicePlugin");
    }

    [Theory]
    [InlineData("dev", "gpu-inference-dev", "models=models-bucket-id", $"assistant=http://assistant.inference.svc:8000/v1, {ClassifierEndpoint}")]
    [InlineData(
        "prod",
        "gpu-inference-prod",
        "models=models-bucket-id",
        "deepseek-r1=http://deepseek-r1.inference.svc:8000/v1, deepseek-r1-distill-70b=http://deepseek-r1-distill-70b.inference.svc:8000/v1, "
        + $"document-reader=http://document-reader.inference.svc:8000/v2, {ClassifierEndpoint}, "
        + "nlp-pipeline=http://nlp-pipeline-transformer.inference.svc/v2, recommender=http://recommender.inference.svc:8000")]
    [InlineData("local", "kind-kind", "", ClassifierEndpoint)]
    public async Task The_outputs_are_what_people_and_other_stacks_read(string environment, string cluster, string buckets, string endpoints)
    {
        var outputs = (await MockedStack.OfAsync(environment)).Outputs;

        string[] further = environment == "prod" ? ["publicEndpoints", "registry", "replicaBuckets", "replicaKeys"] : [];
        Assert.Equal(["buckets", "clusterName", "endpoints", "grafanaPassword", "namespace", .. further], outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(cluster, outputs["clusterName"]);
        Assert.Equal("inference", await OutputUtilities.GetValueAsync((Output<string>)outputs["namespace"]!));
        Assert.Equal(buckets, await TextOf(outputs["buckets"]));
        Assert.Equal(endpoints, await TextOf(outputs["endpoints"]));
    }

    [Fact]
    public async Task The_addresses_outside_are_an_output_where_there_are_some() => Assert.Equal(
        "document-reader=https://models.internal.example.com/document-reader/v2, image-classifier=https://models.example.com/image-classifier/v1/models/image-classifier",
        await TextOf((await MockedStack.OfAsync("prod")).Outputs["publicEndpoints"]));

    private static string Words(JsonNode? list) => string.Join(' ', (list?.AsArray() ?? []).Select(item => (string)item!));

    private static async Task<string> TextOf(object? outputs)
    {
        var entries = new List<string>();
        foreach (var (name, value) in Assert.IsType<ImmutableSortedDictionary<string, Output<string>>>(outputs))
        {
            entries.Add($"{name}={await OutputUtilities.GetValueAsync(value)}");
        }

        return string.Join(", ", entries);
    }
}
