using Infra.Planning.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary>The models, jobs and volumes of production: each way to run a model is there once, as it should be run.</summary>
public sealed class ShippedModelsTests : IDisposable
{
    private const string Prod = "Pulumi.prod.yaml";

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("image-classifier-deployment", "kubernetes:apps/v1:Deployment")]
    [InlineData("nlp-pipeline-inference-service", "kubernetes:serving.kserve.io/v1beta1:InferenceService")]
    [InlineData("document-reader-deployment", "kubernetes:apps/v1:Deployment")]
    [InlineData("recommender-ray-service", "kubernetes:ray.io/v1:RayService")]
    [InlineData("deepseek-r1-distill-70b-deployment", "kubernetes:apps/v1:Deployment")]
    [InlineData("deepseek-r1-leader-worker-set", "kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet")]
    [InlineData("catalogue-embeddings-job", "kubernetes:batch/v1:Job")]
    [InlineData("image-classifier-nightly-cron-job", "kubernetes:batch/v1:CronJob")]
    [InlineData("mlflow-database", "aws:rds/instance:Instance")]
    [InlineData("datasets-claim", "kubernetes:core/v1:PersistentVolumeClaim")]
    public async Task Production_has_one_of_each_kind(string name, string type) => Assert.Equal(type, (await ShippedPlans.OfAsync("prod")).Named(name).Type);

    [Fact]
    public async Task The_NLP_pipeline_has_two_GPUs_behind_a_transformer()
    {
        var service = await InputsAsync("nlp-pipeline-inference-service");
        var server = (await InputsAsync("nlp-pipeline-runtime")).SelectToken("spec.containers[0]")!;

        Assert.Equal(("t4-multi", "2"), (Text(service, "spec.predictor.nodeSelector['gpu-inference/pool']"), Text(server, "resources.limits['nvidia.com/gpu']")));
        Assert.Equal("210987654321.dkr.ecr.us-west-2.amazonaws.com/nlp-transformer:1.4.0", Text(service, "spec.transformer.containers[0].image"));
    }

    [Fact]
    public async Task The_distilled_70B_has_all_GPUs_of_an_A100_node()
    {
        var pod = (await InputsAsync("deepseek-r1-distill-70b-deployment")).SelectToken("spec.template.spec")!;

        Assert.Equal(("a100", "8"), (Text(pod, "nodeSelector['gpu-inference/pool']"), Text(pod, "containers[0].resources.limits['nvidia.com/gpu']")));
        Assert.Equal(["--dtype=bfloat16", "--tensor-parallel-size=8"], Arguments(pod, "--dtype", "--tensor", "--pipeline", "--quantization"));
    }

    [Fact]
    public async Task The_671B_spans_two_H100_nodes_in_the_format_it_is_published_in_and_starts_with_none()
    {
        var spec = (await InputsAsync("deepseek-r1-leader-worker-set")).SelectToken("spec")!;
        var pod = spec.SelectToken("leaderWorkerTemplate.workerTemplate.spec")!;

        Assert.Equal((0, 2), ((int)spec["replicas"]!, (int)spec.SelectToken("leaderWorkerTemplate.size")!));
        Assert.Equal(
            ("h100", "8", "32"),
            (Text(pod, "nodeSelector['gpu-inference/pool']"), Text(pod, "containers[0].resources.limits['nvidia.com/gpu']"), Text(pod, "containers[0].resources.limits['vpc.amazonaws.com/efa']")));
        Assert.Equal(["--tensor-parallel-size=8", "--pipeline-parallel-size=2"], Arguments(pod, "--tensor", "--pipeline", "--quantization"));
    }

    [Fact]
    public async Task The_ensemble_brings_its_configuration_and_its_networks_get_theirs() => Assert.Equal(
        ["detector.pbtxt", "recognizer.pbtxt"],
        ((JObject)(await InputsAsync("document-reader-config"))["data"]!).Properties().Select(file => file.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_nightly_training_reads_the_volume_comes_after_it_and_reports_to_the_registry()
    {
        var pod = (await InputsAsync("image-classifier-nightly-cron-job")).SelectToken("spec.jobTemplate.spec.template.spec")!;
        var plan = await ShippedPlans.OfAsync("prod");

        Assert.Equal(["datasets"], pod.SelectTokens("volumes[*].persistentVolumeClaim.claimName").Select(claim => (string)claim!));
        Assert.Contains(plan.Named("datasets-claim").Urn, plan.Named("image-classifier-nightly-cron-job").Dependencies);
        Assert.Equal("http://mlflow.inference:5000", Text(pod, "containers[0].env[?(@.name == 'MLFLOW_TRACKING_URI')].value"));
    }

    [Fact]
    public async Task On_A100s_the_671B_is_refused_with_the_sizes_and_what_would_hold_it()
    {
        _checkout.Replace(Prod, "pools: [h100]", "pools: [a100]");
        _checkout.Replace(Prod, "{cpu: \"160\", memory: 1Ti}", "{cpu: \"64\", memory: 512Gi}");

        var result = await _checkout.RunAsync("preview", "prod");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            """
            error: 2 problems in Pulumi.prod.yaml:
              gpu-inference:models[5].llm.precision: fp8 doesn't run on a100 GPUs (Ampere, compute capability 8.0); these run fp32, bf16, fp16, int8, int4, mxfp4; GPUs for fp8: l4, l40s, h100, h200, b200, b300, rtx-pro-server-6000
              gpu-inference:models[5].llm: deepseek-r1 in fp8 needs 63.5 GiB on each of 16 GPUs: weights 40.7 GiB, KV cache 17.4 GiB for 16 requests of 32768 tokens, overhead about 5.3 GiB; a100 GPUs of p4d.24xlarge have 35.5 GiB (0.9 of 39.5 GiB); 2 of 47 GPU instance types fit; cheapest: p6-b200.48xlarge with tensorParallel 8 (113.9328 USD/h in us-west-2)

            """,
            result.Error);
    }

    private static async Task<JObject> InputsAsync(string name)
    {
        var plan = JObject.Parse(PlanJson.ToText(await ShippedPlans.OfAsync("prod")));
        return (JObject)Assert.Single(plan["resources"]!, resource => (string?)resource["name"] == name)["inputs"]!;
    }

    private static string? Text(JToken token, string path) => (string?)token.SelectToken(path);

    private static IEnumerable<string> Arguments(JToken pod, params string[] flags) =>
        pod.SelectToken("containers[0].args")!.Values<string>().OfType<string>().Where(argument => flags.Any(flag => argument.StartsWith(flag, StringComparison.Ordinal)));
}
