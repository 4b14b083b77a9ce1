using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Every pod of models and jobs pulls with the environment's Secrets, and a transformer reads with its model's role.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class ImagePullStackTests
{
    private const string Both = """[{"name": "team"}, {"name": "image-pull-credentials"}]""";

    [Fact]
    public async Task Models_and_jobs_pull_with_what_others_keep_and_what_the_stack_makes()
    {
        var stack = await StackAsync();

        Tree.Equal(Both, Tree.Of(stack.Single("kubernetes:apps/v1:Deployment", "reader-deployment").Inputs["spec"])["template"]!["spec"]!["imagePullSecrets"]);
        Tree.Equal(Both, Tree.Of(stack.Single("kubernetes:batch/v1:Job").Inputs["spec"])["template"]!["spec"]!["imagePullSecrets"]);
        Tree.Equal(Both, Tree.Of(stack.Single("kubernetes:batch/v1:CronJob").Inputs["spec"])["jobTemplate"]!["spec"]!["template"]!["spec"]!["imagePullSecrets"]);
        // It mounts the models' images.
        Tree.Equal(Both, Tree.Of(stack.Single("kubernetes:apps/v1:DaemonSet", "image-puller-t4").Inputs["spec"])["template"]!["spec"]!["imagePullSecrets"]);
    }

    [Fact]
    public async Task The_stack_s_own_Secret_is_one_that_the_kubelet_reads()
    {
        var secret = (await StackAsync()).Single("kubernetes:core/v1:Secret", "image-pull-credentials");

        Assert.Equal("kubernetes.io/dockerconfigjson", secret.Inputs["type"]);
        Tree.Equal("""{"name": "image-pull-credentials", "namespace": "inference", "labels": {"app.kubernetes.io/managed-by": "pulumi", "app.kubernetes.io/part-of": "gpu-inference"}}""", Tree.Of(secret.Inputs["metadata"]));
        Tree.Equal("""{".dockerconfigjson": "{\"auths\":{}}"}""", Tree.Of(secret.Inputs["stringData"]));
    }

    [Fact]
    public async Task A_transformer_reads_its_files_with_the_role_of_its_model()
    {
        var config = SampleConfig.Eks().With("models[0].backend", "\"kserve\"")
            .With("models[0].transformer", """{"image": "ghcr.io/acme/t:1", "source": "s3://models/vocabulary"}""").ForEngine();
        var stack = await MockedStack.OfAsync("x", config);
        var policy = JsonNode.Parse((string)stack.Single("aws:iam/rolePolicy:RolePolicy", "reader-reader-policy").Inputs["policy"])!.ToJsonString();

        Assert.Contains("/reader/*", policy, StringComparison.Ordinal);
        Assert.Contains("/vocabulary/*", policy, StringComparison.Ordinal);
        Assert.Equal("reader", (string?)Tree.Of(stack.Single("kubernetes:serving.kserve.io/v1beta1:InferenceService").Inputs["spec"])["transformer"]!["serviceAccountName"]);
    }

    private static Task<MockedStack> StackAsync()
    {
        var config = SampleConfig.Eks()
            .With("pools[0].images", """{"prePull": true}""")
            .With("imagePull", """{"secrets": ["team"], "credentials": true}""")
            .With("jobs", """[{"name": "score", "items": ["a"], "pod": {"image": "registry.example.com/score:1", "pools": ["t4"]}}]""")
            .With("trainings", """[{"name": "train", "schedule": {"cron": "0 2 * * *"}, "pod": {"image": "registry.example.com/train:1", "pools": ["t4"]}}]""")
            .ForEngine();
        config["gpu-inference:imagePullCredentials"] = """{"auths":{}}""";
        return MockedStack.OfAsync("x", config);
    }
}
