using System.Collections.Immutable;
using System.ComponentModel;
using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Automation.Failures;
using Infra.Automation.Gates;
using Infra.Automation.Operations;
using Infra.Automation.Tests.Harness;
using Infra.Planning.Model;
using Moq;

namespace Infra.Automation.Tests.Operations;

/// <summary>An update: the gate before it, its events, its result.</summary>
public sealed class UpTests
{
    private static readonly GateFinding _finding = new("REL003", "models", "it has one replica", "Give it two.");

    private static readonly EngineResult _done = new(
        new StackUpdate(7, "update", "succeeded", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "", ImmutableSortedDictionary<string, int>.Empty),
        ImmutableSortedDictionary<string, StackOutput>.Empty.Add("token", StackOutput.Secret).Add("url", new StackOutput("\"http://classifier.vision:8501\"")),
        "Updating (dev):\n\nView Live: https://app.pulumi.com/ann/gpu-inference/dev/updates/7\n");

    [Fact]
    public async Task The_events_come_in_the_engines_order_and_the_result_has_what_they_say()
    {
        var time = new ManualTime();
        var engine = Engines.New().Up((onEvent, _) =>
        {
            foreach (var one in Recording.Events("events-up.jsonl"))
            {
                onEvent(one);
            }

            onEvent(new StackEvent.Diagnostic(DiagnosticSeverity.Warning, "deprecated"));
            onEvent(new StackEvent.Diagnostic(DiagnosticSeverity.Warning, "deprecated"));
            time.Advance(TimeSpan.FromSeconds(90));
            return Task.FromResult(_done);
        });
        var reports = new Reports();

        var result = await new StackOperations(engine.Object, new OpenGate(), time).UpAsync(Engines.Stack, progress: reports);

        Assert.Equal(
            ["stage Running", .. Recording.Events("events-up.jsonl").Select(EventText.Of), "Warning [] deprecated", "Warning [] deprecated"],
            reports.Events.Select(EventText.Of).ToList());
        Assert.Equal((OperationOutcome.Succeeded, 7, TimeSpan.FromSeconds(90)), (result.Outcome, result.Version, result.Duration));
        Assert.Equal([new("create", 9)], result.Changes);
        Assert.Equal(["deprecated"], result.Warnings);
        Assert.Equal([], result.Failures);
        Assert.Equal(new Uri("https://app.pulumi.com/ann/gpu-inference/dev/updates/7"), result.Permalink);
        Assert.Equal(GateVerdict.Open, result.Gate);
    }

    [Fact]
    public async Task A_secret_output_has_no_value_to_print()
    {
        var result = await UpAsync(Engines.New().Up((_, _) => Task.FromResult(_done)));

        Assert.Equal(["token=[secret]", "url=\"http://classifier.vision:8501\""], result.Outputs.Select(output => $"{output.Key}={output.Value}"));
        Assert.True(result.Outputs["token"].IsSecret);
    }

    [Fact]
    public async Task What_the_gate_refuses_is_not_started()
    {
        var engine = Engines.New();
        var gate = Gate(new GateVerdict([_finding]));

        var result = await new StackOperations(engine.Object, gate.Object, new ManualTime()).UpAsync(Engines.Stack, new UpRequest { Refresh = true, ConfigFile = "other.yaml", Targets = ["urn:x"] });

        Assert.Equal(OperationOutcome.Refused, result.Outcome);
        Assert.Equal(
            """
            the gate refuses the update of 'dev' (1 finding); nothing was started
              REL003 models: it has one replica. Give it two.
            """,
            Assert.Single(result.Failures).ToString());
        Assert.Equal([_finding], result.Gate!.Findings);
        // What is previewed is what would be done.
        var previewed = new PreviewRequest { Refresh = true, ConfigFile = "other.yaml", Targets = ["urn:x"] };
        gate.Verify(one => one.JudgeAsync(engine.Object, "dev", previewed, It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>()));
        engine.Verify(one => one.UpAsync(It.IsAny<string>(), It.IsAny<UpRequest>(), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Who_has_asked_the_gate_himself_needs_no_other()
    {
        var gate = Gate(new GateVerdict([_finding]));
        var engine = Engines.New().Up((_, _) => Task.FromResult(_done));

        var result = await new StackOperations(engine.Object, gate.Object, new ManualTime()).UpAsync(Engines.Stack, options: new OperationOptions { Gated = false });

        Assert.Equal((OperationOutcome.Succeeded, null), (result.Outcome, result.Gate));
        gate.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_preview_that_fails_is_a_failure_of_the_update()
    {
        var gate = new Mock<IStackGate>();
        gate.Setup(one => one.JudgeAsync(It.IsAny<IStackEngine>(), "dev", It.IsAny<PreviewRequest>(), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>())).ThrowsAsync(Engines.Failure(Recording.Text("no-stack.txt")));

        var result = await new StackOperations(Engines.New().Object, gate.Object, new ManualTime()).UpAsync(Engines.Stack);

        Assert.Equal((OperationOutcome.Failed, new StackNotFound("nosuch")), (result.Outcome, Assert.Single(result.Failures)));
    }

    [Fact]
    public async Task A_failed_update_says_what_failed_and_what_was_done()
    {
        var engine = Engines.New().Exports("""{"version": 3, "deployment": {}}""").Up((onEvent, _) =>
        {
            var events = Recording.Events("events-failed.jsonl");
            foreach (var one in events)
            {
                onEvent(one);
            }

            throw Engines.Failure("", events, "View Live: https://app.pulumi.com/ann/p/dev/updates/8\n");
        });

        var result = await UpAsync(engine);

        Assert.Equal(OperationOutcome.Failed, result.Outcome);
        Assert.Equal("protected-resource", Assert.Single(result.Failures).Kind);
        Assert.Equal([new("same", 3)], result.Changes);
        Assert.Equal("/ann/p/dev/updates/8", result.Permalink!.AbsolutePath);
    }

    [Fact]
    public async Task After_a_kill_the_lock_and_what_was_left_over_are_told()
    {
        var engine = Engines.New().Exports(Recording.Text("export-interrupted.json")).Up((_, _) => throw Engines.Failure(Recording.Text("up-locked.txt")));
        var reports = new Reports();

        var result = await new StackOperations(engine.Object, new OpenGate(), new ManualTime()).UpAsync(Engines.Stack, progress: reports);

        Assert.Equal(["stack-locked", "interrupted-operations"], result.Failures.Select(failure => failure.Kind));
        Assert.Equal(["stage Running", "stage Examining"], reports.Events.Select(EventText.Of));
        engine.Verify(one => one.CancelAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()), Times.Never);
        engine.Verify(one => one.ImportAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Theory]
    [InlineData("no state")]
    [InlineData(null)]
    public async Task A_state_that_can_not_be_had_hides_no_failure(string? state)
    {
        var engine = Engines.New().Up((_, _) => throw Engines.Failure(Recording.Text("up-locked.txt")));
        engine.Setup(one => one.ExportAsync("dev", It.IsAny<CancellationToken>())).Returns(() => state is null ? throw Engines.Failure("error: no") : Task.FromResult(state));

        Assert.Equal(["stack-locked"], (await UpAsync(engine)).Failures.Select(failure => failure.Kind));
    }

    [Fact]
    public async Task An_engine_that_is_too_old_is_not_asked_for_more()
    {
        var result = await UpAsync(Engines.New("3.219.9"));

        Assert.Equal(
            """
            the Pulumi command line is version 3.219.9; needed is 3.220.0 or later
              Update it (https://www.pulumi.com/docs/install/) and try 'pulumi version'.
            """,
            Assert.Single(result.Failures).ToString());
    }

    [Fact]
    public async Task An_engine_that_is_missing()
    {
        var engine = new Mock<IStackEngine>(MockBehavior.Strict);
        engine.Setup(one => one.VersionAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new EngineException("pulumi version", null, "", "", [], new Win32Exception(2)));

        Assert.Equal([new EngineMissing()], (await UpAsync(engine)).Failures);
    }

    [Theory]
    [InlineData("3.220.0", false)]
    [InlineData("v3.221.0-alpha.1+x", false)]
    [InlineData("4.0.0", false)]
    [InlineData("3.219.9", true)]
    [InlineData("3.220.0-beta.1", false)]
    [InlineData("unknown", false)]
    public void Which_engine_is_too_old(string version, bool tooOld) => Assert.Equal(tooOld, EngineVersions.IsTooOld(version));

    private static Task<UpResult> UpAsync(Mock<IStackEngine> engine) => new StackOperations(engine.Object, new OpenGate(), new ManualTime()).UpAsync(Engines.Stack);

    private static Mock<IStackGate> Gate(GateVerdict verdict)
    {
        var gate = new Mock<IStackGate>(MockBehavior.Strict);
        gate.Setup(one => one.JudgeAsync(It.IsAny<IStackEngine>(), "dev", It.IsAny<PreviewRequest>(), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>())).ReturnsAsync(verdict);
        return gate;
    }
}
