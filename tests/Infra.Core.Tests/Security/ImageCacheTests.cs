using Infra.Core.Security;
using Infra.Core.Versions;

namespace Infra.Core.Tests.Security;

public sealed class ImageCacheTests
{
    private static readonly ImageCache _cache = new("1.dkr.ecr.a.amazonaws.com", ["public.ecr.aws", "docker.io"]);

    [Theory]
    [InlineData("docker.io/vllm/vllm-openai:v1", "1.dkr.ecr.a.amazonaws.com/docker.io/vllm/vllm-openai:v1")]
    [InlineData("docker.io/a/b:1@sha256:0", "1.dkr.ecr.a.amazonaws.com/docker.io/a/b:1@sha256:0")]
    [InlineData("docker.io", "1.dkr.ecr.a.amazonaws.com/docker.io")]
    [InlineData("quay.io/a/b:1", "quay.io/a/b:1")]
    [InlineData("docker.io.example.com/a:1", "docker.io.example.com/a:1")]
    [InlineData("1.dkr.ecr.a.amazonaws.com/docker.io/a:1", "1.dkr.ecr.a.amazonaws.com/docker.io/a:1")]
    public void An_image_comes_through_where_its_registry_does(string image, string expected) => Assert.Equal(expected, _cache.Of(image));

    [Fact]
    public void Its_repositories_are_those_of_pods_and_of_charts() => Assert.Equal(
        ["public.ecr.aws/aws-cli/aws-cli", "public.ecr.aws/eks/aws-load-balancer-controller", "public.ecr.aws/karpenter/controller"],
        new ImageCache("a", ["public.ecr.aws"]).Repositories);

    // ECR knows repositories of Docker Hub by their whole names.
    [Fact]
    public void A_repository_of_Docker_Hub_has_its_publisher() => Assert.All(new ImageCache("a", ["docker.io"]).Repositories, repository => Assert.Equal(3, repository.Split('/').Length));

    [Fact]
    public void A_value_is_a_registry_or_a_repository()
    {
        Assert.Equal("quay.io", new ChartImage("a", "quay.io/b/c", IsRegistry: true).Default);
        Assert.Equal("quay.io/b/c", new ChartImage("a", "quay.io/b/c").Default);
    }
}
