namespace Infra.Stacks.Tests.Settings;

/// <summary>How nodes pull images from private registries.</summary>
public sealed class ImagePullTests
{
    [Theory]
    [InlineData("""{}""", "gpu-inference:imagePull: says nothing; name secrets, set credentials: true, or remove it")]
    [InlineData("""{"secrets": ["a", "b", "a"]}""", "gpu-inference:imagePull.secrets[2]: 'a' is there already; name a Secret once")]
    [InlineData("""{"secrets": ["Team"]}""",
        "gpu-inference:imagePull.secrets[0]: a text that isn't shown, as it may be a secret, is not a Kubernetes object name; allowed: 1 to 253 characters, lowercase letters, digits, '-' and '.', with a letter or digit at both ends and on both sides of each '.'")]
    [InlineData("""{"credentials": true}""",
        "gpu-inference:imagePull.credentials: gpu-inference:imagePullCredentials is not set; set it with 'pulumi config set --secret gpu-inference:imagePullCredentials', or name a Secret that has them in secrets")]
    public void What_would_pull_nothing_is_refused(string config, string problem) => Assert.Equal(problem, SampleConfig.Eks().With("imagePull", config).Problems());

    [Fact]
    public void The_name_of_the_stack_s_own_Secret_is_taken() => Assert.Equal(
        "gpu-inference:imagePull.secrets[0]: 'image-pull-credentials' is there already; name a Secret once",
        SampleConfig.Eks()
            .With("imagePullCredentials", """{"secure": "AAABAKhunter2"}""")
            .With("imagePull", """{"credentials": true, "secrets": ["image-pull-credentials"]}""").Problems());

    [Fact]
    public void Credentials_never_stand_there_in_plain_text() => Assert.Equal(
        "gpu-inference:imagePullCredentials: stands there in plain text, but it is a secret; set it with 'pulumi config set --secret gpu-inference:imagePullCredentials'",
        SampleConfig.Eks().With("imagePull", """{"credentials": true}""").With("imagePullCredentials", "\"hunter2\"").Problems());
}
