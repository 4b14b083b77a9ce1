using Infra.Components.Security.Registry;
using Infra.Components.Tests.Jobs;
using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Components.Tests.Security;

public sealed class ContainerRegistryTests
{
    private const string Credential = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:ecr-pullthroughcache/docker-hub-AbCdEf";

    [Fact]
    public async Task Every_repository_has_its_key_and_its_rule_and_every_public_registry_its_own() => Assert.Equal(
        """
        gpu-inference:index:ContainerRegistry images
        aws:kms/key:Key images-key parent=images provider=aws protect=True retain=True
        aws:ecr/repository:Repository images-team-ranker parent=images provider=aws protect=True retain=True
        aws:ecr/lifecyclePolicy:LifecyclePolicy images-team-ranker-lifecycle parent=images provider=aws
        aws:ecr/repository:Repository images-docker-io-vllm-vllm-openai parent=images provider=aws
        aws:ecr/pullThroughCacheRule:PullThroughCacheRule images-docker-io parent=images provider=aws
        aws:ecr/pullThroughCacheRule:PullThroughCacheRule images-quay-io parent=images provider=aws
        """,
        (await Run(Args())).Resources());

    [Theory]
    [InlineData("images-team-ranker", "team/ranker", "false")]
    [InlineData("images-docker-io-vllm-vllm-openai", "docker.io/vllm/vllm-openai", "true")]
    public async Task A_repository_scans_what_is_pushed_keeps_its_tags_and_encrypts(string resource, string name, string forceDelete) => JsonAssert.Same(
        $$"""
        {
          "name": "{{name}}",
          "forceDelete": {{forceDelete}},
          "imageTagMutability": "IMMUTABLE",
          "imageScanningConfiguration": { "scanOnPush": true },
          "encryptionConfigurations": [{ "encryptionType": "KMS", "kmsKey": "arn:aws:kms:::images-key" }]
        }
        """,
        (await Run(Args())).Inputs(resource));

    // Otherwise `pulumi destroy` fails: ECR deletes no repository that has images, unless told to.
    [Fact]
    public async Task Of_an_environment_that_is_not_protected_repositories_go_with_their_images()
    {
        var run = await Run(new ContainerRegistryArgs { Repositories = ["ranker"], Protect = false });

        Assert.True((bool)run.Inputs("images-ranker")["forceDelete"]!);
        Assert.DoesNotContain("protect=True", run.Resources(), StringComparison.Ordinal);
    }

    // Where a digest is known, an image comes through the cache without a tag, and pods that run need it for longer than some days.
    [Fact]
    public async Task Nothing_goes_that_the_cache_has_filled() => Assert.DoesNotContain((await Run(Args())).Registrations, r => r.Name == "images-docker-io-vllm-vllm-openai-lifecycle");

    [Fact]
    public async Task Only_images_without_a_tag_go() => Assert.Equal(
        """{"rules":[{"rulePriority":1,"description":"Images without a tag go after 7 days","selection":{"tagStatus":"untagged","countType":"sinceImagePushed","countUnit":"days","countNumber":7},"action":{"type":"expire"}}]}""",
        (string?)(await Run(new ContainerRegistryArgs { Repositories = ["ranker"], UntaggedDays = 7 })).Inputs("images-ranker-lifecycle")["policy"]);

    [Fact]
    public async Task A_rule_asks_the_host_that_serves_the_registry()
    {
        var run = await Run(Args());

        JsonAssert.Same(
            $$"""{ "ecrRepositoryPrefix": "docker.io", "upstreamRegistryUrl": "registry-1.docker.io", "credentialArn": "{{Credential}}" }""", run.Inputs("images-docker-io"));
        JsonAssert.Same("""{ "ecrRepositoryPrefix": "quay.io", "upstreamRegistryUrl": "quay.io" }""", run.Inputs("images-quay-io"));
    }

    [Fact]
    public async Task Without_repositories_there_is_nothing_to_encrypt() => Assert.Equal(
        ["images", "images-quay-io"],
        (await Run(new ContainerRegistryArgs { PullThrough = [new PullThroughArgs { Registry = "quay.io" }] }))
            .Registrations.Where(r => !r.Type.StartsWith("pulumi:", StringComparison.Ordinal)).Select(r => r.Name));

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once() => Assert.Equal(
        """
        4 problems in gpu-inference:index:ContainerRegistry:
          images.repositories: 'team/ranker' and 'team-ranker' would be one resource 'images-team-ranker'; rename one
          images.pullThrough: 'nvcr.io' is no registry that ECR fetches from; there are: docker.io, ghcr.io, public.ecr.aws, quay.io, registry.k8s.io
          images.cachedRepositories: 'quay.io/team/words' begins with none of the registries in pullThrough
          images.untaggedDays: 0 is less than 1
        """,
        (await Assert.ThrowsAsync<ResourceException>(() => Run(new ContainerRegistryArgs
        {
            Repositories = ["team/ranker", "team-ranker"],
            PullThrough = [new PullThroughArgs { Registry = "nvcr.io" }],
            CachedRepositories = ["quay.io/team/words"],
            UntaggedDays = 0,
        }))).Message);

    internal static ContainerRegistryArgs Args() => new()
    {
        Repositories = ["team/ranker"],
        PullThrough = [new PullThroughArgs { Registry = "docker.io", CredentialArn = Credential }, new PullThroughArgs { Registry = "quay.io" }],
        CachedRepositories = ["docker.io/vllm/vllm-openai"],
    };

    private static Task<ComponentRun> Run(ContainerRegistryArgs args) => JobSamples.Run(options => _ = new ContainerRegistry("images", args, options));
}
