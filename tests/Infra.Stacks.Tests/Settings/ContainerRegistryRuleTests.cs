namespace Infra.Stacks.Tests.Settings;

/// <summary>What ECR takes, and what a configuration says of it.</summary>
public sealed class ContainerRegistryRuleTests
{
    private const string DockerHub = """{"registry": "docker.io", "credentialArn": "arn:aws:secretsmanager:us-west-2:123456789012:secret:ecr-pullthroughcache/hub-AbCdEf"}""";

    [Fact]
    public void Repositories_and_public_registries_are_taken() =>
        Assert.Equal("", Sample($$"""{"repositories": ["team/ranker"], "pullThrough": [{"registry": "quay.io"}, {{DockerHub}}]}""").Problems());

    [Theory]
    [InlineData("""{}""", ": says nothing; name repositories or pullThrough, or remove it")]
    [InlineData("""{"repositories": ["a", "a"]}""", ".repositories[1].name: 'a' is already the name of containerRegistry.repositories[0]; names are unique")]
    [InlineData("""{"repositories": ["Team"]}""", ".repositories[0]: 'Team' is not allowed; allowed: a name of lower-case letters, digits and single '-', '_', '.', with '/' between its parts")]
    [InlineData("""{"repositories": ["quay.io/team"]}""", ".repositories[0]: 'quay.io/team' is where the cache of quay.io stands; take another name")]
    [InlineData("""{"pullThrough": [{"registry": "nvcr.io"}]}""", ".pullThrough[0].registry: 'nvcr.io' is no registry that ECR fetches from; there are: docker.io, ghcr.io, public.ecr.aws, quay.io, registry.k8s.io")]
    [InlineData("""{"pullThrough": [{"registry": "ghcr.io"}]}""", ".pullThrough[0].credentialArn: missing; ECR has to log in to ghcr.io, with a secret in AWS Secrets Manager whose name begins with ecr-pullthroughcache/")]
    [InlineData(
        """{"pullThrough": [{"registry": "quay.io", "credentialArn": "arn:aws:secretsmanager:us-west-2:123456789012:secret:ecr-pullthroughcache/quay-AbCdEf"}]}""",
        ".pullThrough[0].credentialArn: ECR doesn't log in to quay.io; remove it")]
    [InlineData(
        """{"pullThrough": [{"registry": "docker.io", "credentialArn": "arn:aws:secretsmanager:eu-central-1:123456789012:secret:ecr-pullthroughcache/hub-AbCdEf"}]}""",
        ".pullThrough[0].credentialArn: is of another region or account than aws, which are us-west-2 and 123456789012; ECR takes secrets of its own only")]
    [InlineData(
        """{"pullThrough": [{"registry": "docker.io", "credentialArn": "arn:aws:secretsmanager:us-west-2:123456789012:secret:hub-AbCdEf"}]}""",
        ".pullThrough[0].credentialArn: 'arn:aws:secretsmanager:us-west-2:123456789012:secret:hub-AbC…' is not allowed; allowed: the ARN of a secret whose name begins with ecr-pullthroughcache/, such as arn:aws:secretsmanager:us-west-2:123456789012:secret:ecr-pullthroughcache/docker-hub-AbCdEf")]
    public void A_mistake_is_named(string registry, string problem) => Assert.Equal($"gpu-inference:containerRegistry{problem}", Sample(registry).Problems());

    [Fact]
    public void It_is_of_an_account() => Assert.Equal(
        "gpu-inference:containerRegistry: is of an account of AWS, and there is none; set gpu-inference:aws, or remove it",
        SampleConfig.Local().With("containerRegistry", """{"repositories": ["ranker"]}""").Problems());

    // Where they are not written down, the image policy refuses both; see ImagePolicyRuleTests.
    [Theory]
    [InlineData("123456789012.dkr.ecr.us-west-2.amazonaws.com/team/ranker:1.4.0")]
    [InlineData("123456789012.dkr.ecr.us-west-2.amazonaws.com/docker.io/team/words:2")]
    public void The_image_policy_lets_its_images_in(string image) => Assert.Equal(
        "",
        Sample($$"""{"repositories": ["team/ranker"], "pullThrough": [{{DockerHub}}]}""")
            .With("security", """{"imagePolicy": {}}""")
            .With("models[0].transformer", $$"""{"image": "{{image}}"}""")
            .With("models[0].backend", "\"kserve\"").Problems());

    private static SampleConfig Sample(string registry) => SampleConfig.Eks().With("containerRegistry", registry);
}
