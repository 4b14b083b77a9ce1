using Infra.Core.Serving.Backends;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Tests.Settings;

/// <summary>What a configuration asks for and its own image policy would refuse.</summary>
public sealed class ImagePolicyRuleTests
{
    [Fact]
    public void Images_of_the_stack_need_no_line() => Assert.Equal("", Sample("[]").Problems());

    [Theory]
    [InlineData("models[0]", """{"name": "own", "runtime": "container", "pools": ["t4"], "container": {"image": "quay.io/team/own:1.0", "port": 8080}}""", "models[0].container.image", "quay.io/team/own:1.0")]
    [InlineData("models[0].transformer", """{"image": "quay.io/team/words:2"}""", "models[0].transformer.image", "quay.io/team/words:2")]
    [InlineData("trainings", """[{"name": "nightly", "pod": {"image": "quay.io/team/train:3", "pools": ["t4"]}}]""", "trainings[0].pod.image", "quay.io/team/train:3")]
    public void An_image_from_elsewhere_is_named_with_its_place(string path, string json, string at, string image)
    {
        var problems = Sample("[\"ghcr.io/team\"]").With(path, json).Problems();

        Assert.Contains($"gpu-inference:{at}: '{image}' comes from nowhere that the image policy allows: ", problems, StringComparison.Ordinal);
        Assert.EndsWith("; add its registry to security.imagePolicy.registries, or take an image of one of these", problems.Split('\n').Single(line => line.Contains(at, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(at, Sample("[\"quay.io\"]").With(path, json).Problems(), StringComparison.Ordinal);
        Assert.DoesNotContain(at, Sample("[]").With("security.imagePolicy.enforce", "false").With(path, json).Problems(), StringComparison.Ordinal);
    }

    // What ECR could fetch is all of Docker Hub.
    [Fact]
    public void Of_a_registry_that_ECR_fetches_from_only_what_is_pinned_or_named_is_allowed()
    {
        const string host = "123456789012.dkr.ecr.us-west-2.amazonaws.com";
        var settings = Sample("[]")
            .With("containerRegistry", """{"repositories": ["team/ranker"], "pullThrough": [{"registry": "quay.io"}, {"registry": "public.ecr.aws"}]}""")
            .With("trainings", $$$"""[{"name": "nightly", "pod": {"image": "{{{host}}}/quay.io/team/train:3", "pools": ["t4"]}}]""")
            .Read();
        var policy = AllowedImages.Of(settings, settings.Security.ImagePolicy!);

        Assert.Equal(
            [$"{host}/public.ecr.aws/aws-cli/aws-cli", $"{host}/quay.io/team/train", $"{host}/team/ranker"],
            policy.Sources.Where(source => source.StartsWith(host, StringComparison.Ordinal)));
        Assert.StartsWith($"'{host}/quay.io/stranger/miner:1' comes from nowhere that the image policy allows: ", policy.Problem($"{host}/quay.io/stranger/miner:1"), StringComparison.Ordinal);
    }

    // KServe's controller puts it into pods as its chart says, which CachedCharts changes.
    [Theory]
    [InlineData("ghcr.io", "kserve/agent")]
    [InlineData("docker.io", "123456789012.dkr.ecr.us-west-2.amazonaws.com/docker.io/kserve/agent")]
    public void What_KServe_adds_is_allowed_by_the_name_that_it_has(string registry, string source)
    {
        var settings = Sample("[]")
            .With("containerRegistry", $$$"""{"pullThrough": [{"registry": "{{{registry}}}", "credentialArn": "arn:aws:secretsmanager:us-west-2:123456789012:secret:ecr-pullthroughcache/x-AbCdEf"}]}""")
            .Read();
        var batched = settings with { Models = [settings.Models[0] with { Backend = ServingBackend.KServe, Batching = new BatchingConfig() }] };

        Assert.Contains(source, AllowedImages.Of(batched, settings.Security.ImagePolicy!).Sources);
        Assert.DoesNotContain(source, AllowedImages.Of(settings, settings.Security.ImagePolicy!).Sources);
    }

    [Fact]
    public void A_registry_has_no_tag() => Assert.Equal(
        "gpu-inference:security.imagePolicy.registries[0]: 'ghcr.io/team/' is not allowed; allowed: a registry such as ghcr.io, or with a path such as ghcr.io/team, without a tag and without a slash at its end",
        Sample("[\"ghcr.io/team/\"]").Problems());

    private static SampleConfig Sample(string registries) => SampleConfig.Eks().With("security", $$$"""{"imagePolicy": {"registries": {{{registries}}}}}""");
}
