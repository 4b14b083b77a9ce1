using Infra.Automation.Promotion;
using Infra.Automation.Rollback;

namespace Infra.Automation.Tests.Rollback;

/// <summary>Which earlier text is gone back to, and what becomes of today's, to the last character.</summary>
public sealed class ModelRollbackTests
{
    private const string Now = """
        # Production. Look twice.
        config:
          gpu-inference:shared: &t4
            pools: [t4]
          gpu-inference:models:
            # The classifier that everything else waits for.
            - name: classifier
              runtime: triton   # since the move
              source: s3://models/classifier/3   # promoted by hand on a Friday
              <<: *t4
              replicas: 4
            - {name: assistant, runtime: vllm, llm: {model: qwen2.5-1.5b-instruct, context: 8192}, pools: [t4]}
            - name: own
              runtime: container
              container: {image: "registry.example.com/own:v2.1"}

        """;

    private static readonly HashSet<string> _model = ["runtime", "source", "llm", "container", "environment"];
    private static readonly HashSet<string> _version = ["source", "llm", "container"];
    private static readonly ModelRollback _rollback = new("gpu-inference", _model, _version);

    [Fact]
    public void What_the_model_was_comes_back_and_where_it_runs_stays() => Returns(
        "classifier",
        Past("{name: classifier, runtime: tensorflow-serving, source: s3://models/classifier/2, pools: [old], replicas: 1}"),
        Now.Replace("runtime: triton   #", "runtime: tensorflow-serving   #", StringComparison.Ordinal).Replace("classifier/3   #", "classifier/2   #", StringComparison.Ordinal));

    [Fact]
    public void In_braces_too() => Returns(
        "assistant",
        Past("{name: assistant, runtime: vllm, llm: {model: qwen2.5-0.5b-instruct, context: 8192}}"),
        Now.Replace("qwen2.5-1.5b-instruct", "qwen2.5-0.5b-instruct", StringComparison.Ordinal));

    [Fact]
    public void Line_breaks_of_windows_stay()
    {
        var now = Now.Replace("\n", "\r\n", StringComparison.Ordinal);

        var result = _rollback.Apply("classifier", Past("{name: classifier, runtime: triton, source: s3://models/classifier/2}"), Text(now));

        Assert.Equal(now.Replace("classifier/3   #", "classifier/2   #", StringComparison.Ordinal), result.Text);
    }

    [Theory]
    [InlineData("another version", "classifier", null, "{name: classifier, runtime: triton, source: s3://models/classifier/2}", true)]
    [InlineData("the same version on another runtime", "classifier", null, "{name: classifier, runtime: container, source: s3://models/classifier/3, replicas: 9}", false)]
    [InlineData("no such model", "classifier", null, "{name: other, source: s3://models/classifier/2}", false)]
    [InlineData("the version that is asked for", "classifier", "2", "{name: classifier, source: s3://models/classifier/2}", true)]
    [InlineData("another than is asked for", "classifier", "2", "{name: classifier, source: s3://models/classifier/12}", false)]
    [InlineData("a tag", "own", "v2.0", "{name: own, container: {image: registry.example.com/own:v2.0}}", true)]
    [InlineData("an address in full", "own", "registry.example.com/own:v2.0", "{name: own, container: {image: registry.example.com/own:v2.0}}", true)]
    public void Which_text_it_is(string name, string model, string? version, string past, bool isWanted)
    {
        Assert.NotEmpty(name);
        Assert.Equal(isWanted, _rollback.IsWanted(model, version, Past(past), Text(Now)));
    }

    [Fact]
    public void A_text_that_is_no_yaml_is_passed_over() => Assert.False(_rollback.IsWanted("classifier", null, Text("config: [\n"), Text(Now)));

    [Fact]
    public void Its_versions_are_told() => Assert.Equal<string>(["registry.example.com/own:v2.1"], _rollback.VersionsIn(Text(Now), "own"));

    [Fact]
    public void A_whole_file_is_what_it_was()
    {
        var past = Text("config: {a: 1}   # once\r\n");

        Assert.Equal(past.Text, ConfigRollback.Apply(past, Text(Now)).Text);
    }

    [Fact]
    public void Not_where_its_secrets_could_not_be_read() => Assert.Equal<string>(
        ["Pulumi.prod.yaml: encryptionsalt was another one then, so that the file's secrets couldn't be decrypted; take single models back with --model, or set the secrets again"],
        ConfigRollback.Apply(Text("encryptionsalt: v1:aaa\nconfig: {}\n"), Text("encryptionsalt: v1:bbb\nconfig: {}\n")).Problems);

    [Fact]
    public void Nor_a_text_that_is_no_yaml() => Assert.StartsWith("Pulumi.prod.yaml:2:1: ", Assert.Single(ConfigRollback.Apply(Text("config: [\n"), Text(Now)).Problems), StringComparison.Ordinal);

    private static void Returns(string model, EnvironmentText past, string expected)
    {
        var result = _rollback.Apply(model, past, Text(Now));

        Assert.Empty(result.Problems);
        Assert.Equal(expected, result.Text);
    }

    private static EnvironmentText Past(string model) => Text($"config:\n  gpu-inference:models:\n    - {model}\n");

    private static EnvironmentText Text(string text) => new("Pulumi.prod.yaml", text);
}
