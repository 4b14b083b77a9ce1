using System.Collections.Immutable;
using Infra.TestKit;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Examples.Tests;

/// <summary>Every example is a program that runs, and its components are the ones that it is there for.</summary>
public sealed class ExampleTests
{
    private static readonly HarnessOptions _options = new()
    {
        Project = "gpu-inference-examples",
        Config = new Dictionary<string, string>
        {
            ["gpu-inference-examples:region"] = "eu-central-1",
            ["gpu-inference-examples:accountId"] = "123456789012",
            ["gpu-inference-examples:cluster"] = "gpu",
            ["gpu-inference-examples:context"] = "gpu",
            ["gpu-inference-examples:vpcId"] = "vpc-1",
            ["gpu-inference-examples:nodeSecurityGroupId"] = "sg-nodes",
            ["gpu-inference-examples:subnets"] = """{"eu-central-1b":"subnet-b","eu-central-1a":"subnet-a"}""",
        }.ToImmutableDictionary(),
        Outputs = args => args.Type switch
        {
            "aws:ec2/launchTemplate:LaunchTemplate" => new Dictionary<string, object> { ["latestVersion"] = 3 },
            "aws:eks/cluster:Cluster" => new Dictionary<string, object>
            {
                ["endpoint"] = "https://cluster.invalid",
                ["certificateAuthority"] = ImmutableDictionary<string, object>.Empty.Add("data", "Q0E="),
                ["vpcConfig"] = ImmutableDictionary<string, object>.Empty.Add("clusterSecurityGroupId", "sg-cluster").Add("vpcId", "vpc-new"),
            },
            "aws:sqs/queue:Queue" => new Dictionary<string, object> { ["url"] = $"https://sqs.invalid/{args.Name}" },
            "aws:rds/instance:Instance" => new Dictionary<string, object> { ["address"] = $"{args.Name}.rds.invalid" },
            "random:index/randomPassword:RandomPassword" => new Dictionary<string, object> { ["result"] = "letters-and-digits" },
            _ => new Dictionary<string, object>(),
        },
    };

    public static TheoryData<string> Names => [.. Example.All.Keys];

    [Theory]
    [InlineData("batch-inference", "ModelBucket data, BatchInference score-images")]
    [InlineData("cluster-network", "ClusterNetwork network")]
    [InlineData("edge-pool", "EdgePool plant")]
    [InlineData("eks-cluster", "ClusterNetwork network, EksCluster cluster")]
    [InlineData("gpu-node-pool", "GpuNodePool t4, NvidiaDevicePlugin nvidia-device-plugin")]
    [InlineData("image-puller", "GpuNodePool l4, NvidiaDevicePlugin nvidia-device-plugin, ImagePuller image-puller")]
    [InlineData("inference-service", "ModelBucket models, PodIdentityRole image-classifier-reader, InferenceService image-classifier")]
    [InlineData("karpenter-pool", "Karpenter karpenter, KarpenterNodePool l4")]
    [InlineData("kserve", "CertManager cert-manager, KServeOperator kserve, InferenceService sentiment")]
    [InlineData("kserve-llm", "CertManager cert-manager, KServeOperator kserve, InferenceService chat")]
    [InlineData("leader-worker-set", "LeaderWorkerSetOperator lws, InferenceService deepseek-r1")]
    [InlineData("model-cache", "ModelBucket models, PodIdentityRole model-cache-reader, ModelCache model-cache, InferenceService image-classifier")]
    [InlineData("model-registry", "ModelBucket mlflow-files, ModelRegistry mlflow")]
    [InlineData("model-registry-in-cluster", "EbsStorageClass registry-disks, ModelRegistry mlflow")]
    [InlineData("model-volume", "ModelVolume models, InferenceService my-model")]
    [InlineData("queue", "KedaOperator keda, BatchInference score-uploads")]
    [InlineData("ray", "KubeRayOperator kuberay, InferenceService detector")]
    [InlineData("ray-over-nodes", "KubeRayOperator kuberay, RayCluster research, RayTraining finetune")]
    [InlineData("training-job", "TrainingJob retrain")]
    public async Task An_example_declares_its_components(string name, string components) => Assert.Equal(
        components,
        string.Join(", ", (await RunAsync(name)).Where(r => r.Parent is null && r.Type.StartsWith("gpu-inference:", StringComparison.Ordinal)).Select(r => $"{r.Type.Split(':')[^1]} {r.Name}")));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_lands_in_the_ambient_account_or_cluster(string name)
    {
        var resources = (await RunAsync(name)).Where(r => r.Type.Split(':')[0] is "aws" or "kubernetes" or "random").ToList();

        Assert.NotEmpty(resources);
        Assert.All(resources, resource => Assert.Equal(resource.Type.Split(':')[0], resource.Provider));
    }

    [Fact]
    public void The_page_names_every_example() => Assert.Equal(
        Example.All.Keys,
        File.ReadAllLines(RepositoryRoot.Combine("examples/README.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]));

    [Fact]
    public void An_unknown_name_is_told_what_there_is() => Assert.Equal(
        $"'rays' is no example; there are: {string.Join(", ", Example.All.Keys)}",
        Assert.Throws<ArgumentException>(() => Example.Named("rays")).Message);

    [Fact]
    public async Task Two_nodes_hold_the_model_that_one_can_not()
    {
        var group = Assert.Single(await RunAsync("leader-worker-set"), r => r.Name == "deepseek-r1-leader-worker-set").Inputs.SelectToken("spec.leaderWorkerTemplate")!;

        Assert.Equal((2, "8"), ((int)group["size"]!, (string?)group.SelectToken("workerTemplate.spec.containers[0].resources.limits['nvidia.com/gpu']")));
        Assert.Contains("--pipeline-parallel-size=2", group.SelectToken("leaderTemplate.spec.containers[0].args")!.Values<string>());
    }

    private static async Task<ImmutableArray<Registration>> RunAsync(string name) =>
        (await ComponentHarness.RunAsync(() => Example.Named(name)(ExistingCluster.FromConfig()), _options)).Registrations;
}
