namespace Infra.Stacks.Tests.Settings;

/// <summary>Secrets that AWS keeps instead of Pulumi.</summary>
public sealed class ExternalSecretRuleTests
{
    private const string Token = """{"externalSecrets": {"huggingFaceToken": {"entry": "gpu/hub"}}}""";

    [Fact]
    public void A_secret_that_AWS_keeps_is_set()
    {
        var model = SampleConfig.Eks().With("models[0]", """{"name": "chat", "runtime": "vllm", "source": "hf://Qwen/Qwen2.5-0.5B-Instruct@7ae5576", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}, "huggingFaceToken": {}}""");

        Assert.Equal(
            "gpu-inference:models[0].huggingFaceToken: gpu-inference:huggingFaceToken is not set; set it with 'pulumi config set --secret gpu-inference:huggingFaceToken', or name the Secret that has the token",
            model.Problems());
        Assert.Equal("", model.With("security", Token).Problems());
    }

    [Fact]
    public void Outside_EKS_nobody_has_an_identity() => Assert.Equal(
        "gpu-inference:security.externalSecrets: pods outside EKS have no identity with which AWS would give out secrets; use cluster.eks or cluster.existing, or keep the secrets in Pulumi",
        SampleConfig.Local().With("security", Token).Problems());

    [Theory]
    [InlineData("""{}""", ": names no entry; name one (huggingFaceToken, imagePullCredentials, alertSecrets, tracesHeader), or remove it")]
    [InlineData("""{"alertSecrets": {"entry": "gpu/alerts", "property": "slack"}}""", ".alertSecrets.property: each property of the entry is the secret of a receiver; remove it")]
    [InlineData("""{"tracesHeader": {"entry": "gpu traces"}}""", ".tracesHeader.entry: 'gpu traces' is not allowed; allowed: a name of letters, digits and '/', '_', '+', '=', '.', '@', '-'")]
    public void A_mistake_is_named(string secrets, string problem) => Assert.Equal(
        $"gpu-inference:security.externalSecrets{problem}", SampleConfig.Eks().With("security", $$"""{"externalSecrets": {{secrets}}}""").Problems());
}
