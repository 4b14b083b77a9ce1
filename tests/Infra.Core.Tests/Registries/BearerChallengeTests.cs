using Infra.Core.Registries;

namespace Infra.Core.Tests.Registries;

public sealed class BearerChallengeTests
{
    // As Docker Hub, Amazon ECR Public and GitHub's registry challenge.
    [Theory]
    [InlineData(
        "realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\",scope=\"repository:library/redis:pull\"",
        "https://auth.docker.io/token?service=registry.docker.io&scope=repository%3Alibrary%2Fredis%3Apull")]
    [InlineData("realm=\"https://public.ecr.aws/token/\", service=\"public.ecr.aws\", scope=\"aws\"", "https://public.ecr.aws/token/?service=public.ecr.aws&scope=aws")]
    [InlineData("Realm=\"https://ghcr.io/token\",service=\"ghcr.io\"", "https://ghcr.io/token?service=ghcr.io&scope=repository%3Alibrary%2Fredis%3Apull")]
    [InlineData("realm=\"https://a.example.com/token?account=x\"", "https://a.example.com/token?account=x&scope=repository%3Alibrary%2Fredis%3Apull")]
    public void A_token_is_asked_for_as_the_challenge_says(string parameters, string address) =>
        Assert.Equal(address, BearerChallenge.Parse(parameters)!.TokenFor("library/redis").AbsoluteUri);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("service=\"x\"")]
    [InlineData("realm=\"/token\"")]
    [InlineData("realm=\"http://auth.docker.io/token\"")]
    [InlineData("realm=\"file:///etc/passwd\"")]
    public void No_place_by_https_is_none(string? parameters) => Assert.Null(BearerChallenge.Parse(parameters));
}
