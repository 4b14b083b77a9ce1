using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Batches, trainings and the registry as an environment has them.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class JobStackTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string Policy = "aws:iam/rolePolicy:RolePolicy";

    private const string Queued = """[{"name": "captions", "pod": {"image": "a/b:1", "pools": ["t4"], "reads": {"IN": "s3://models/in"}, "writes": {"OUT": "s3://models/out"}}, "queue": {"maxJobs": 2}}]""";

    [Fact]
    public async Task KEDA_is_there_where_a_queue_asks_for_it_and_once()
    {
        var two = Queued[..^1] + "," + Queued[1..].Replace("captions", "labels", StringComparison.Ordinal);

        Assert.Single((await Stack(SampleConfig.Eks().With("jobs", two))).Resources, resource => resource.Type == Release && resource.Name == "keda-release");
        Assert.DoesNotContain(
            (await Stack(SampleConfig.Eks().With("jobs", """[{"name": "x", "pod": {"image": "a/b:1", "pools": ["t4"]}, "shards": 2}]"""))).Resources,
            resource => resource.Name == "keda-release");
    }

    [Fact]
    public async Task A_job_gets_addresses_of_its_directories_and_may_write_where_it_writes()
    {
        var stack = await Stack(SampleConfig.Eks().With("jobs", Queued));

        Assert.Equal(
            ["AWS_REGION=us-west-2", "HOME=/tmp", "IN=s3://models-bucket-id/in", "OUT=s3://models-bucket-id/out", "QUEUE_URL=https://captions-queue.invalid"],
            Tree.Of(stack.Single("kubernetes:keda.sh/v1alpha1:ScaledJob").Inputs["spec"])["jobTargetRef"]!["template"]!["spec"]!["containers"]![0]!["env"]!.AsArray()
                .Select(variable => $"{variable!["name"]}={variable["value"]}"));
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:models-bucket","Condition":{"StringLike":{"s3:prefix":["in","in/*","out","out/*"]}}},{"Effect":"Allow","Action":"s3:GetObject","Resource":["arn:models-bucket/in/*","arn:models-bucket/out/*"]},{"Effect":"Allow","Action":["s3:PutObject","s3:DeleteObject","s3:AbortMultipartUpload"],"Resource":["arn:models-bucket/out/*"]},{"Effect":"Allow","Action":"kms:Decrypt","Resource":["arn:models-key"]},{"Effect":"Allow","Action":"kms:GenerateDataKey","Resource":["arn:models-key"]}]}""",
            (string?)Tree.Of(stack.Single(Policy, "captions-data-policy").Inputs["policy"]));
        Assert.Equal("keda-role", (string?)Tree.Of(stack.Single(Policy, "captions-scaler-policy").Inputs["role"]));
    }

    [Fact]
    public async Task A_training_knows_the_registry_and_its_checkpoints()
    {
        var stack = await Stack(SampleConfig.Eks()
            .With("registry", """{"artifacts": "s3://models/mlflow"}""")
            .With("trainings", """[{"name": "retrain", "pod": {"image": "a/b:1", "pools": ["t4"]}, "schedule": {"cron": "0 3 * * *", "concurrency": "replace"}, "checkpoints": "s3://models/checkpoints"}]"""));
        var spec = Tree.Of(stack.Single("kubernetes:batch/v1:CronJob").Inputs["spec"]);

        Assert.Equal("Replace", (string?)spec["concurrencyPolicy"]);
        Assert.Equal(
            ["CHECKPOINT_URI=s3://models-bucket-id/checkpoints", "HOME=/tmp", "MLFLOW_TRACKING_URI=http://mlflow.inference:5000"],
            spec["jobTemplate"]!["spec"]!["template"]!["spec"]!["containers"]![0]!["env"]!.AsArray().Select(variable => $"{variable!["name"]}={variable["value"]}"));
        Assert.Contains("s3:PutObject", (string?)Tree.Of(stack.Single(Policy, "retrain-policy").Inputs["policy"]), StringComparison.Ordinal);
        Assert.Equal("http://mlflow.inference:5000", await Value(stack.Outputs["registry"]));
    }

    [Fact]
    public async Task A_conversion_brings_image_and_command()
    {
        var stack = await Stack(SampleConfig.Eks().With(
            "trainings",
            """[{"name": "small", "pod": {"pools": ["t4"], "gpus": 0, "volumes": [{"claim": "models", "path": "/m"}]}, "conversion": {"kind": "tflite", "source": "/m/1", "output": "/m/small.tflite"}}]"""));
        var container = Tree.Of(stack.Single("kubernetes:batch/v1:Job").Inputs["spec"])["template"]!["spec"]!["containers"]![0]!;

        Assert.Equal("docker.io/tensorflow/tensorflow:2.19.0", (string?)container["image"]);
        Assert.Equal(["HOME=/tmp", "OUTPUT_PATH=/m/small.tflite", "SOURCE_PATH=/m/1"], container["env"]!.AsArray().Select(variable => $"{variable!["name"]}={variable["value"]}"));
        Assert.Contains("TFLiteConverter.from_saved_model", (string?)container["command"]!.AsArray()[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_behind_a_kubeconfig_has_a_database_of_its_own()
    {
        var stack = await Stack(SampleConfig.Local().With("registry", "{}"));

        Assert.Equal("10Gi", (string?)Tree.Of(stack.Single("kubernetes:core/v1:PersistentVolumeClaim", "mlflow-database-volume").Inputs["spec"])["resources"]!["requests"]!["storage"]!);
        Assert.DoesNotContain(stack.Resources, resource => resource.Type!.StartsWith("aws:", StringComparison.Ordinal));
    }

    private static async Task<string?> Value(object? output) =>
        (string?)await Pulumi.Utilities.OutputUtilities.GetValueAsync(((Pulumi.Output<string>)output!).Apply(value => (object?)value));

    private static Task<MockedStack> Stack(SampleConfig config) => MockedStack.OfAsync("x", config.ForEngine());
}
