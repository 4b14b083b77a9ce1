using FsCheck;
using Infra.Core.Security;

namespace Infra.Core.Tests.Security;

public sealed class ImagePolicyTests
{
    private static readonly ImagePolicy _policy = new(["ghcr.io/team", "docker.io/vllm/vllm-openai", "localhost:5000"]);

    [Theory]
    [InlineData("ghcr.io/team/classifier:1.2.3")]
    [InlineData("ghcr.io/team/vision/classifier:v1")]
    [InlineData("docker.io/vllm/vllm-openai:v0.11.0")]
    [InlineData("localhost:5000/classifier:latest-stable")]
    [InlineData("ghcr.io/team/classifier@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("ghcr.io/team/classifier:1.2.3@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void A_fixed_version_from_where_it_may_come_is_allowed(string image) => Assert.Null(_policy.Problem(image));

    [Theory]
    [InlineData("redis:7")]
    [InlineData("ghcr.io/team-fork/classifier:1")]
    [InlineData("ghcr.io/teammate:1")]
    [InlineData("docker.io/vllm/vllm-openai-nightly:1")]
    [InlineData("evil.example.com/ghcr.io/team/classifier:1")]
    [InlineData("ghcr.io.example.com/team/classifier:1")]
    public void Others_are_refused(string image) =>
        Assert.Equal($"'{image}' comes from nowhere that the image policy allows: docker.io/vllm/vllm-openai, ghcr.io/team, localhost:5000", _policy.Problem(image));

    [Theory]
    [InlineData("ghcr.io/team/classifier")]
    [InlineData("ghcr.io/team/classifier:latest")]
    [InlineData("ghcr.io/team/classifier:")]
    [InlineData("localhost:5000/classifier")]
    [InlineData("ghcr.io/team/classifier@sha256:0123")]
    public void What_floats_is_refused(string image) => Assert.Equal($"'{image}' floats: its version is neither a tag other than latest nor a digest", _policy.Problem(image));

    [Fact]
    public void Kubernetes_asks_the_same()
    {
        var policy = new ImagePolicy(["ghcr.io/team", "docker.io/vllm", "ghcr.io/team"]);

        Assert.Equal(
            "variables.images.filter(i, !['docker.io/vllm/', 'docker.io/vllm:', 'docker.io/vllm@', 'ghcr.io/team/', 'ghcr.io/team:', 'ghcr.io/team@'].exists(s, i.startsWith(s)))",
            policy.Foreign);
        Assert.Equal("variables.images.filter(i, !i.matches('(^[^@]+:[A-Za-z0-9_][A-Za-z0-9._-]*|@sha256:[a-f0-9]{64})$') || i.endsWith(':latest'))", ImagePolicy.Floats);
    }

    // docker.io/vllm must not let docker.io/vllm-fork in, whatever the fork is called.
    [Fact]
    public void A_source_ends_where_its_name_ends() => Properties.Hold<NonEmptyString>(
        text => (_policy.Problem($"ghcr.io/team{text.Get}/a:1")?.Contains("from nowhere", StringComparison.Ordinal) != true) == "/:@".Contains(text.Get[0], StringComparison.Ordinal));
}
