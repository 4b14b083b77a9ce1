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
    [InlineData("models[0].environmentSecret", "\"lookup\"", "models[0].environmentSecret")]
    [InlineData("jobs", """[{"name": "score", "items": ["a"], "pod": {"image": "ghcr.io/a/b:1", "pools": ["t4"], "environmentSecret": "lookup"}}]""", "jobs[0].pod.environmentSecret")]
    public void A_Secret_of_another_namespace_is_none_here(string path, string json, string at)
    {
        var config = SampleConfig.Eks().With("tenants", """[{"name": "search"}]""").With(path, json);

        Assert.Equal(
            $"gpu-inference:{at}: security.externalSecrets makes this Secret for the tenant 'search', and the pods stand in the environment's own namespace, where nobody makes it; add it to secrets there",
            config.With("security", """{"externalSecrets": {"secrets": [{"name": "lookup", "tenant": "search", "entry": "gpu/lookup"}]}}""").Problems());
        // Somebody else's, for all that is known.
        Assert.Equal("", config.With("security", """{"externalSecrets": {"secrets": [{"name": "other", "tenant": "search", "entry": "gpu/lookup"}]}}""").Problems());
    }

    // What isn't a name may be the secret itself, and is never shown.
    [Theory]
    [InlineData("models[0].environmentSecret", "\"hf_Secret\"")]
    [InlineData("trainings", """[{"name": "a", "pod": {"image": "a:1", "pools": ["t4"], "environmentSecret": "hf_Secret"}}]""")]
    public void A_secret_in_the_place_of_its_name_is_refused_and_not_shown(string path, string json)
    {
        var problems = SampleConfig.Eks().With(path, json).Problems();

        Assert.Contains("environmentSecret: ", problems, StringComparison.Ordinal);
        Assert.DoesNotContain("hf_Secret", problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", ": names no entry; name one (huggingFaceToken, imagePullCredentials, alertSecrets, tracesHeader, secrets), or remove it")]
    [InlineData("""{"alertSecrets": {"entry": "gpu/alerts", "property": "slack"}}""", ".alertSecrets.property: each property of the entry is the secret of a receiver; remove it")]
    [InlineData("""{"tracesHeader": {"entry": "gpu traces"}}""", ".tracesHeader.entry: 'gpu traces' is not allowed; allowed: a name of letters, digits and '/', '_', '+', '=', '.', '@', '-'")]
    [InlineData("""{"secrets": [{"name": "a"}]}""", ".secrets[0]: says of nothing what it is made of; name an entry that is a JSON object, or keys")]
    [InlineData("""{"secrets": [{"name": "a", "entry": "b", "keys": [{"key": "A", "entry": "b"}]}]}""", ".secrets[0]: has an entry and keys; remove one of the two")]
    [InlineData("""{"secrets": [{"name": "a", "keys": [{"key": "A", "entry": "b"}, {"key": "A", "entry": "c"}]}]}""", ".secrets[0].keys[1].key: 'A' is there already; name a key once")]
    [InlineData("""{"secrets": [{"name": "a", "entry": "b"}, {"name": "a", "entry": "c"}]}""", ".secrets[1].name: is made in this namespace already; names are unique in a namespace")]
    [InlineData("""{"secrets": [{"name": "a", "tenant": "search", "entry": "b"}]}""", ".secrets[0].tenant: 'search' is not a tenant; gpu-inference:tenants names none")]
    [InlineData("""{"secrets": [{"name": "huggingface-token", "entry": "b"}]}""", ".secrets[0].name: 'huggingface-token' is a Secret that the stack makes itself; take another name")]
    [InlineData("""{"secrets": [{"name": "prediction-store", "entry": "b"}]}""", ".secrets[0].name: 'prediction-store' is a Secret that the stack makes itself; take another name")]
    public void A_mistake_is_named(string secrets, string problem) => Assert.Equal(
        $"gpu-inference:security.externalSecrets{problem}", SampleConfig.Eks().With("security", $$"""{"externalSecrets": {{secrets}}}""").Problems());

    // The password of its database, in the environment's own namespace alone.
    [Theory]
    [InlineData("""{"name": "mlflow", "entry": "b"}""", "gpu-inference:security.externalSecrets.secrets[0].name: 'mlflow' is a Secret that the stack makes itself; take another name")]
    [InlineData("""{"name": "mlflow", "tenant": "search", "entry": "b"}""", "")]
    public void The_Secret_of_the_registry_is_the_stack_s_too(string secret, string problem) => Assert.Equal(
        problem,
        SampleConfig.Eks()
            .With("tenants", """[{"name": "search"}]""")
            .With("registry", """{"clusterDatabase": "10Gi"}""")
            .With("security", $$$"""{"externalSecrets": {"secrets": [{{{secret}}}]}}""").Problems());
}
