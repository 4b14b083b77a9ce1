using Infra.Components.Tests.Jobs;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.RayClusters;

public sealed class RayTrainingTests
{
    private const string Name = "training-ray-job";

    [Fact]
    public async Task Another_command_or_cluster_is_another_job() => Assert.Equal(
        """
        gpu-inference:index:RayTraining training
        kubernetes:core/v1:ServiceAccount training-service-account parent=training provider=kubernetes
        kubernetes:networking.k8s.io/v1:NetworkPolicy training-network-policy parent=training provider=kubernetes
        aws:iam/role:Role training-role parent=training provider=aws
        aws:iam/rolePolicy:RolePolicy training-policy parent=training provider=aws
        aws:eks/podIdentityAssociation:PodIdentityAssociation training-association parent=training provider=aws after=training-policy
        kubernetes:ray.io/v1:RayJob training-ray-job parent=training provider=kubernetes after=training-service-account,training-network-policy,training-association replaceOn=spec.entrypoint,spec.runtimeEnvYAML,spec.rayClusterSpec deleteBeforeReplace=True
        """,
        (await RaySamples.Run(RaySamples.Training())).Resources());

    [SkippableFact]
    public async Task It_fits_the_definition() =>
        Assert.Equal([], CustomResourceDefinitions.Problems((await RaySamples.Run(RaySamples.Training(RaySamples.Nodes(redis: RaySamples.Redis)))).Inputs(Name)));

    [Fact]
    public async Task The_cluster_goes_with_the_training_and_each_try_has_its_own()
    {
        var inputs = (await RaySamples.Run(RaySamples.Training())).Inputs(Name);
        var spec = (JObject)inputs["spec"]!.DeepClone();
        spec.Remove("rayClusterSpec");
        spec.Remove("submitterPodTemplate");

        Assert.Equal("true", inputs.SelectToken("metadata.annotations['pulumi.com/skipAwait']"));
        JsonAssert.Same(
            """
            {
              "entrypoint": "python train.py", "runtimeEnvYAML": "{\"pip\":[\"datasets==4.1.1\"]}", "backoffLimit": 1, "activeDeadlineSeconds": 3600,
              "shutdownAfterJobFinishes": true, "ttlSecondsAfterFinished": 60, "suspend": false, "submissionMode": "K8sJobMode"
            }
            """,
            spec);
    }

    [Fact]
    public async Task Head_and_workers_find_checkpoints_and_registry_and_a_run_is_told_from_the_next()
    {
        var templates = (await RaySamples.Run(RaySamples.Training())).Inputs(Name).SelectTokens("spec.rayClusterSpec..template").ToList();

        Assert.Equal(3, templates.Count);
        Assert.All(templates, template => Assert.Equal(
            ["CHECKPOINT_URI=s3://checkpoints/finetune", "HOME=/tmp", "MLFLOW_TRACKING_URI=http://mlflow.models:5000"],
            template.SelectTokens("spec.containers[0].env[*]").Select(variable => $"{variable["name"]}={variable["value"]}")));
        Assert.All(templates, template => Assert.Equal("2", template.SelectToken("metadata.annotations['gpu-inference/run']")));
    }

    [Fact]
    public async Task What_submits_has_the_image_of_the_head_and_is_let_in_by_its_policy()
    {
        var run = await RaySamples.Run(RaySamples.Training());
        var template = run.Inputs(Name).SelectToken("spec.submitterPodTemplate")!;
        var container = template.SelectToken("spec.containers[0]")!;

        Assert.Equal("docker.io/rayproject/ray:2.52.0", container["image"]);
        Assert.Null(container["command"]);
        JsonAssert.Same("""{ "requests": { "cpu": "500m", "memory": "1Gi", "ephemeral-storage": "1Gi" }, "limits": { "memory": "1Gi" } }""", container["resources"]);
        Assert.Equal(["HOME"], container.SelectTokens("env[*].name").Values<string>());
        Assert.Equal(
            run.Inputs("training-network-policy").SelectToken("spec.podSelector.matchLabels['app.kubernetes.io/instance']"),
            template.SelectToken("metadata.labels['app.kubernetes.io/instance']"));
    }
}
