using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Cli.Doctor;
using Infra.Cli.Rollbacks;
using Infra.TestKit;
using Moq;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.Drifts;

/// <summary>What is other than recorded, told apart from what the program brings. Documents are made as pulumi/pulumi's pkg/backend/display/json.go writes them; the captures' own are the real engine's.</summary>
public sealed class DriftCommandTests : IDisposable
{
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Advice = "  'pulumi preview --refresh --json --show-sames --stack ENVIRONMENT' writes one that does.\n";

    private readonly CommandLineFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_others_did_and_what_an_update_makes_of_it_is_told()
    {
        _cli.Input = Preview("""{"update": 1, "create": 1, "same": 1}""", Refresh("mails", 1), Refresh("jobs", 1), Refresh("rest", 1), Step("update", "mails", 9, 1), Step("create", "jobs", null, 1), Step("same", "rest", 1, 1));

        var result = await _cli.RunAsync("drift", "--from", "-");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            dev: 1 resource changed by others, 1 gone

            == What others did (from what is recorded to what is there) ==

            Delete (1)
            - aws:sqs:Queue jobs

            Update (1)
            ~ aws:sqs:Queue mails
                delaySeconds: 1 → 9

            == What an update makes of it ==
            1 to update, 1 to create, 1 unchanged

            Update (1)
            ~ aws:sqs:Queue mails
                delaySeconds: 9 → 1

            Create (1)
            + aws:sqs:Queue jobs

            """,
            result.Output);
    }

    [Fact]
    public async Task What_the_program_brings_is_no_drift()
    {
        _cli.Input = Preview("""{"update": 1}""", Refresh("mails", 1), Step("update", "mails", 1, 5));

        var result = await _cli.RunAsync("drift", "--from", "-", "--exit-code");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            """
            dev: no drift; the program itself changes 1 resource

            == What the program brings, drift or not ==
            1 to update, 0 unchanged

            Update (1)
            ~ aws:sqs:Queue mails
                delaySeconds: 1 → 5

            """,
            result.Output);
    }

    [Fact]
    public async Task Both_at_once_are_said_to_be()
    {
        _cli.Input = Preview("""{"update": 1}""", Refresh("mails", 1), Step("update", "mails", 9, 5));

        var result = await _cli.RunAsync("drift", "--from", "-", "--exit-code");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("delaySeconds: 1 → 9", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("    delaySeconds: 9 → 5\n\nThe program changes 1 resource of these too: mails\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_that_the_program_asks_for_by_now_is_left()
    {
        _cli.Input = Preview("""{"update": 1}""", Refresh("mails", 1), Step("update", "mails", 5, 5));

        Assert.EndsWith("    delaySeconds: 1 → 5\n\nAn update leaves it as it is: the program asks for what is there now.\n\nThe program changes 1 resource of these too: mails\n", (await _cli.RunAsync("drift", "--from", "-")).Output);
    }

    // An ignored path, or another notation of the same: the provider has compared, and the engine says same.
    [Fact]
    public async Task What_the_engine_calls_the_same_is_no_drift()
    {
        _cli.Input = Preview("""{"same": 1}""", Refresh("mails", 1), Step("same", "mails", 9, 1));

        var result = await _cli.RunAsync("drift", "--from", "-", "--exit-code");

        Assert.Equal((0, "dev: no drift\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task What_only_the_engine_sees_counts()
    {
        _cli.Input = Preview("""{"update": 1}""", Refresh("mails", 1), Step("update", "mails", 1, 1, """, "detailedDiff": {"tags": {"kind": "delete", "inputDiff": false}}"""));

        var result = await _cli.RunAsync("drift", "--from", "-", "--exit-code");

        Assert.Equal(
            (1, "dev: 1 that the engine would change without saying why\n\n== What the engine would change; its document doesn't show why ==\n~ update aws:sqs/queue:Queue mails: tags\n"),
            (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task A_refresh_alone_says_how_many_and_where_more_is_found()
    {
        _cli.Input = Preview("""{"update": 1, "delete": 1}""", Refresh("mails", 1), Refresh("jobs", 1));

        var result = await _cli.RunAsync("drift", "--from", "-", "--exit-code");

        Assert.Equal(
            (1, "dev: 2 resources other than recorded, not said which\n\n'pulumi refresh --preview-only' counts, but doesn't say what it found: 'pulumi preview --refresh --json --show-sames' does.\n"),
            (result.ExitCode, result.Output));
    }

    [SkippableFact]
    public async Task The_real_engines_own_documents_are_understood()
    {
        _cli.Input = SharedFacts.ReadText("pulumi-cli/preview-after-drift.json");

        Assert.Equal((0, "dev: no drift\n", ""), (await _cli.RunAsync("drift", "--from", "-", "--exit-code")) is var result ? (result.ExitCode, result.Output, result.Error) : default);
    }

    [Fact]
    public async Task As_json_it_has_the_diffs_and_nothing_else_is_written()
    {
        _cli.Input = Preview("""{"update": 2}""", Refresh("mails", 1), Refresh("jobs", 1), Step("update", "mails", 9, 1), Step("update", "jobs", 1, 2));

        var document = JObject.Parse((await _cli.RunAsync("drift", "--from", "-", "--json")).Output);

        Assert.Equal(["schemaVersion", "stack", "summary", "hasDrift", "unnamed", "drift", "mending", "program", "alsoByProgram", "onlyEngine"], document.Properties().Select(property => property.Name));
        Assert.Equal((1, "dev", true), ((int)document["schemaVersion"]!, (string?)document["stack"], (bool)document["hasDrift"]!));
        Assert.Equal(("mails", 9, 1), ((string?)document["mending"]!["changes"]![0]!["name"], (int)document["mending"]!["changes"]![0]!["inputs"]![0]!["before"]!, (int)document["mending"]!["changes"]![0]!["inputs"]![0]!["after"]!));
        Assert.Equal("jobs", (string?)Assert.Single(document["program"]!["changes"]!)["name"]);
    }

    [Fact]
    public async Task As_markdown_it_is_for_an_issue()
    {
        _cli.Input = Preview("""{"update": 1}""", Refresh("mails", 1), Step("update", "mails", 9, 1));

        var text = (await _cli.RunAsync("drift", "--from", "-", "--markdown")).Output;

        Assert.StartsWith("## Drift of dev: 1 resource changed by others\n\n## What others did (from what is recorded to what is there)\n\n### Diff: 1 to update, 0 unchanged\n", text, StringComparison.Ordinal);
        Assert.Contains("\n## What an update makes of it\n\n### Diff: 1 to update, 0 unchanged\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drift", "error: 'drift' needs <environment>, or --from FILE\n  './run drift --help' shows the usage.\n")]
    [InlineData("drift dev --from -", "error: --from reads a preview that is made already; leave out the environment, or --from\n")]
    [InlineData("drift --from - --json --markdown", "error: --markdown and --json are two forms of the same; leave out one of them\n")]
    [InlineData("drift --from -", "error: --from: nothing was refreshed for this document, so that it knows no drift\n" + Advice)]
    [InlineData("drift nowhere", "error: there is no environment 'nowhere'; there are: dev, local, prod\n")]
    public async Task What_can_not_be_done_is_said(string command, string error)
    {
        _cli.Input = Preview("""{"update": 1}""", Step("update", "mails", 9, 1));

        var result = await _cli.RunAsync(command.Split(' '));

        Assert.Equal((2, "", error), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task The_engine_is_asked_to_refresh_before_it_previews()
    {
        var engine = new Mock<IStackEngine>();
        engine.Setup(one => one.VersionAsync(It.IsAny<CancellationToken>())).ReturnsAsync("3.220.0");
        engine.Setup(one => one.PreviewAsync("prod", It.Is<PreviewRequest>(request => request.Refresh && request.Operation == PreviewedOperation.Up), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Preview("""{"update": 1}""", Refresh("mails", 1), Step("update", "mails", 9, 1)));
        _cli.Outside = Outside(engine.Object);

        var result = await _cli.RunAsync("drift", "prod", "--exit-code");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("dev: 1 resource changed by others\n", result.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_the_engine_refuses_is_said_with_what_to_do()
    {
        var engine = new Mock<IStackEngine>();
        engine.Setup(one => one.VersionAsync(It.IsAny<CancellationToken>())).ReturnsAsync("3.220.0");
        engine.Setup(one => one.PreviewAsync(It.IsAny<string>(), It.IsAny<PreviewRequest>(), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new EngineException("pulumi preview", 255, "", SharedFacts.ReadText("pulumi-cli/not-logged-in.txt"), []));
        _cli.Outside = Outside(engine.Object);

        var result = await _cli.RunAsync("drift", "prod");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("pulumi login", result.Error, StringComparison.Ordinal);
    }

    private static OutsideWorld Outside(IStackEngine engine) => new(Mock.Of<IFileHistory>(MockBehavior.Strict), Mock.Of<IProbes>(MockBehavior.Strict), (_, _) => Task.FromResult(engine));

    private static string Preview(string summary, params string[] steps) => $$"""{"steps": [{{string.Join(", ", steps)}}], "changeSummary": {{summary}} }""";

    private static string Refresh(string name, int recorded) => Step("refresh", name, recorded, recorded);

    private static string Step(string operation, string name, int? found, int asked, string more = "") =>
        $$"""{"op": "{{operation}}", "urn": "urn:pulumi:dev::p::{{Queue}}::{{name}}", {{(found is { } old ? $"\"oldState\": {State(name, old)}, " : "")}}"newState": {{State(name, asked)}}{{more}} }""";

    private static string State(string name, int delay) =>
        $$"""{"urn": "urn:pulumi:dev::p::{{Queue}}::{{name}}", "custom": true, "type": "{{Queue}}", "provider": "urn:pulumi:dev::p::pulumi:providers:aws::main::1", "inputs": {"delaySeconds": {{delay}} } }""";
}
