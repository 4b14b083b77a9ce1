using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;
using Pulumi.Testing;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Levers of cold starts, from the configuration to objects and to the term of the budget.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class ColdStartStackTests
{
    private const string Image = "docker.io/tensorflow/serving:2.19.1-gpu";

    [Theory]
    [InlineData("{}", "pull")]
    [InlineData("""{"parallelPull": true}""", "parallelPull")]
    [InlineData($$"""{"snapshot": "snap-01234567", "snapshotImages": ["{{Image}}"]}""", "onNode")]
    // It holds what another model needs.
    [InlineData("""{"snapshot": "snap-01234567", "snapshotImages": ["docker.io/tensorflow/serving:2.18.0-gpu"]}""", "pull")]
    // A new node has nothing yet.
    [InlineData("""{"prePull": true}""", "pull")]
    public async Task The_budget_counts_how_the_image_comes(string images, string delivery)
    {
        var bottlerocket = SampleConfig.NewEks().With("pools[0].amiType", "\"BOTTLEROCKET_x86_64_NVIDIA\"").With("pools[0].rootVolumeThroughput", "600").With("pools[0].images", images);

        Assert.Equal(delivery, (await Run(bottlerocket)).Single("gpu-inference:index:InferenceService").Inputs["imageDelivery"]);
    }

    [Fact]
    public async Task The_slowest_of_the_pools_counts()
    {
        var two = SampleConfig.NewEks()
            .With("pools[0].localNvme", "true")
            .With("pools[0].images", """{"parallelPull": true}""")
            .With("pools[1]", """{"name": "l4", "instanceTypes": ["g6.xlarge"], "capacity": {"max": 1}}""")
            .With("models[0].pools", """["t4", "l4"]""");

        Assert.Equal("pull", (await Run(two)).Single("gpu-inference:index:InferenceService").Inputs["imageDelivery"]);
    }

    [Fact]
    public async Task Nodes_that_run_have_what_was_pulled_ahead()
    {
        var stack = await Run(SampleConfig.Local().With("pools[0].images", """{"prePull": true}"""));
        var pod = Tree.Of(stack.Single("kubernetes:apps/v1:DaemonSet", "image-puller-cpu").Inputs)["spec"]!["template"]!["spec"]!;

        Assert.Equal("onNode", stack.Single("gpu-inference:index:InferenceService").Inputs["imageDelivery"]);
        Tree.Equal("""[{"name": "image-0", "image": {"reference": "docker.io/tensorflow/serving:2.19.1", "pullPolicy": "IfNotPresent"}}]""", pod["volumes"]!);
        Tree.Equal("""{"kubernetes.io/os": "linux"}""", pod["nodeSelector"]!);
    }

    [Theory]
    // 10 times 0.5 s are less than 15 s.
    [InlineData("{}", 15)]
    [InlineData("""{"latencyP95Seconds": 30}""", 300)]
    [InlineData("""{"latencyP95Seconds": 3600}""", 575)]
    [InlineData("""{"latencyP95Seconds": 30, "longestRequestSeconds": 45}""", 45)]
    public async Task The_longest_request_follows_the_objectives(string objectives, int seconds)
    {
        var stack = await Run(SampleConfig.NewEks().With("models[0].objectives", objectives));
        var pod = Tree.Of(stack.Single("kubernetes:apps/v1:Deployment").Inputs)["spec"]!["template"]!["spec"]!;

        Assert.Equal(15 + seconds, (int)pod["terminationGracePeriodSeconds"]!);
    }

    [Fact]
    public async Task A_streamed_model_reads_its_own_directory_alone()
    {
        var stack = await Run(SampleConfig.NewEks().With(
            "models",
            """
            [{
              "name": "chat", "runtime": "vllm", "source": "s3://models/chat", "pools": ["t4"], "size": "20Gi", "resources": {"memory": "10Gi"},
              "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16", "loader": "streamer"}
            }]
            """));
        var pod = Tree.Of(stack.Single("kubernetes:apps/v1:Deployment").Inputs)["spec"]!["template"]!["spec"]!;

        Assert.Null(pod["initContainers"]);
        Assert.Contains("chat/*", (string)stack.Single("aws:iam/rolePolicy:RolePolicy", "chat-reader-policy").Inputs["policy"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("autoMode", "ebs.csi.eks.amazonaws.com")]
    [InlineData("clusterAutoscaler", "ebs.csi.aws.com")]
    public async Task Volumes_of_the_registry_have_a_class_in_a_cluster_that_has_none(string kind, string provisioner)
    {
        var stack = await Run(SampleConfig.NewEks().With("nodeAutoscaling", $$"""{"kind": "{{kind}}"}""").With("registry", """{"clusterDatabase": "10Gi"}"""));

        Assert.Equal(provisioner, stack.Single("kubernetes:storage.k8s.io/v1:StorageClass").Inputs["provisioner"]);
        Assert.All(
            stack.Resources.Where(resource => resource.Type == "kubernetes:core/v1:PersistentVolumeClaim"),
            claim => Assert.Equal("registry-disks", (string?)Tree.Of(claim.Inputs)["spec"]!["storageClassName"]));
        Assert.Equal(2, stack.Resources.Count(resource => resource.Type == "kubernetes:core/v1:PersistentVolumeClaim"));
    }

    [Theory]
    [InlineData("""{"storageClass": "fast"}""")]
    [InlineData("""{"artifacts": "s3://models/mlflow"}""")]
    public async Task No_class_is_made_that_nobody_needs(string registry) => Assert.DoesNotContain(
        (await Run(SampleConfig.NewEks().With("registry", registry))).Resources, resource => resource.Type == "kubernetes:storage.k8s.io/v1:StorageClass");

    private static Task<MockedStack> Run(SampleConfig config) => MockedStack.OfAsync("x", config.ForEngine());
}
