using Newtonsoft.Json.Linq;
using static Infra.Cli.Tests.Seeds.SeedScenario;

namespace Infra.Cli.Tests.Seeds;

/// <summary>Document 004, cloud-native LLM service.</summary>
public sealed class Seed004Tests
{
    [Fact]
    [Seed("S4.4", "batch inference over a data set")]
    public async Task Every_item_has_an_index_and_two_run_at_a_time()
    {
        var scenario = await OfAsync("004-batch");
        var job = scenario.Object("Job", "score-images");

        Holds(job, ("spec.completionMode", "Indexed"), ("spec.completions", 3), ("spec.parallelism", 2), ("spec.backoffLimitPerIndex", 2));
        Holds(scenario.Object("ConfigMap", "score-images"), ("data", """{"0":"2026-01","1":"2026-02","2":"2026-03"}"""));
        Holds(One(job, "spec.template.spec.containers"), ("resources.limits['nvidia.com/gpu']", "1"), ("resources.limits.memory", "8Gi"));
    }

    [Fact]
    [Seed("S4.4", "batch inference by a queue")]
    public async Task Messages_start_jobs()
    {
        var scenario = await OfAsync("004-batch");

        Holds(scenario.Object("ScaledJob", "score-uploads"), ("spec.maxReplicaCount", 4), ("spec.triggers[0].type", "aws-sqs-queue"), ("spec.triggers[0].metadata.awsRegion", "us-west-2"));
        Holds(JObject.Parse((string)scenario.Inputs("score-uploads-queue")["redrivePolicy"]!), ("maxReceiveCount", 3));
    }

    [Fact]
    [Seed("S4.5", "MPS")]
    public async Task Two_containers_share_a_GPU_under_MPS()
    {
        var scenario = await OfAsync("003-sharing");

        Holds(
            scenario.Inputs("mps-node-group"),
            ("labels['nvidia.com/device-plugin.config']", "mps-2"),
            ("labels['nvidia.com/mps.capable']", "true"),
            ("tags['k8s.io/cluster-autoscaler/node-template/resources/nvidia.com/gpu']", "2"));
        Assert.Contains("sharing:\n  mps:\n", (string)scenario.Values("gpu-operator").SelectToken("devicePlugin.config.data['mps-2']")!, StringComparison.Ordinal);
    }

    [Fact]
    [Seed("S4.5", "INT8, dynamic batch")]
    public async Task Weights_of_8_bits_fit_a_T4_and_vLLM_batches_by_the_load()
    {
        var arguments = One((await OfAsync("003-sharing")).Object("Deployment", "int8"), "spec.template.spec.containers")["args"]!.Values<string>().ToList();

        Assert.Subset(arguments.ToHashSet(), new HashSet<string?> { "--max-num-seqs=8", "--dtype=float16" });
        // The checkpoint says that it is GPTQ's; said again, vLLM would keep its slow kernel.
        Assert.DoesNotContain(arguments, argument => argument!.StartsWith("--quantization", StringComparison.Ordinal));
    }

    [Fact]
    [Seed("S4.6", "data locality, local cache, preload")]
    public async Task The_cache_is_filled_on_every_node_and_the_model_waits_for_it_only()
    {
        var scenario = await OfAsync("004-batch");
        var filler = scenario.Object("DaemonSet", "model-cache").SelectToken("spec.template.spec")!;
        var model = scenario.Object("Deployment", "image-classifier").SelectToken("spec.template.spec")!;

        Holds(filler, ("nodeSelector['gpu-inference/pool']", "t4"), ("volumes[?(@.name == 'cache')].hostPath.path", "/mnt/k8s-disks/0/model-cache"));
        Holds(
            model,
            ("nodeSelector['gpu-inference/pool']", "t4"),
            ("volumes[?(@.name == 'model')].persistentVolumeClaim.claimName", "model-cache"),
            ("initContainers[0].name", "model-wait"));
        Holds(
            scenario.Object("PersistentVolume", "inference-model-cache"),
            ("spec.local.path", "/mnt/k8s-disks/0/model-cache"),
            ("spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].key", "gpu-inference/pool"));
    }

    [Fact]
    [Seed("S4.6", "storage class by the way that data is used")]
    public async Task A_disk_is_made_where_its_pods_run() => Holds(
        (await OfAsync("004-batch")).Object("StorageClass", "inference-block"),
        ("provisioner", "ebs.csi.aws.com"),
        ("volumeBindingMode", "WaitForFirstConsumer"),
        ("allowedTopologies[0].matchLabelExpressions[0].values", """["us-west-2a"]"""));
}
