using System.Collections.Immutable;
using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Automation.Failures;
using Infra.Automation.Gates;
using Infra.Automation.Operations;
using Infra.Automation.Tests.Harness;
using Infra.TestKit;
using Moq;

namespace Infra.Automation.Tests.Operations;

/// <summary>What only asks, streams of events, and the way of a state out and in.</summary>
public sealed class StackOperationsTests
{
    private static readonly EngineResult _done = new(null, ImmutableSortedDictionary<string, StackOutput>.Empty, "Permalink: s3://states/.pulumi/stacks/dev.json\n");

    [Fact]
    public async Task The_events_of_an_update_can_be_read_one_after_another()
    {
        var engine = Engines.New().Up(async (onEvent, _) =>
        {
            onEvent(new StackEvent.Text("one", IsError: false));
            await Task.Yield();
            onEvent(new StackEvent.Text("two", IsError: false));
            return _done;
        });

        var running = Operations(engine).StartUp(Engines.Stack);
        var read = new List<string>();
        await foreach (var one in running.Events)
        {
            read.Add(EventText.Of(one));
        }

        Assert.Equal(["stage Running", "text one", "text two"], read);
        Assert.Equal((OperationOutcome.Succeeded, "s3"), ((await running.Result).Outcome, (await running.Result).Permalink!.Scheme));
    }

    [Fact]
    public async Task Who_stops_reading_does_not_stop_the_operation()
    {
        var next = new TaskCompletionSource();
        var engine = Engines.New();
        engine.Setup(one => one.RefreshAsync("dev", It.IsAny<RefreshRequest>(), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>()))
            .Returns(async (string _, RefreshRequest _, Action<StackEvent> onEvent, CancellationToken _) =>
            {
                await next.Task;
                onEvent(new StackEvent.Text("nobody hears this", IsError: false));
                return _done;
            });

        var running = Operations(engine).StartRefresh(Engines.Stack);
        await foreach (var one in running.Events)
        {
            Assert.Equal("stage Running", EventText.Of(one));
            break;
        }

        next.SetResult();
        Assert.Equal(OperationOutcome.Succeeded, (await running.Result).Outcome);
    }

    [Fact]
    public async Task A_stream_of_a_failed_operation_ends_too()
    {
        var engine = Engines.New().Exports("""{"version": 3, "deployment": {}}""");
        engine.Setup(one => one.DestroyAsync("dev", It.IsAny<DestroyRequest>(), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>())).ThrowsAsync(Engines.Failure("error: no"));

        var running = Operations(engine).StartDestroy(Engines.Stack);
        var read = new List<string>();
        await foreach (var one in running.Events)
        {
            read.Add(EventText.Of(one));
        }

        Assert.Equal(["stage Running", "stage Examining"], read);
        Assert.Equal("the engine failed: no", Assert.Single((await running.Result).Failures).What);
    }

    [Fact]
    public async Task A_request_that_was_not_given_is_the_plain_one()
    {
        var engine = Engines.New();
        engine.Setup(one => one.RefreshAsync("dev", new RefreshRequest(), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>())).ReturnsAsync(_done);
        engine.Setup(one => one.DestroyAsync("dev", new DestroyRequest(), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>())).ReturnsAsync(_done);
        engine.Setup(one => one.UpAsync("dev", new UpRequest(), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>())).ReturnsAsync(_done);

        Assert.True((await Operations(engine).RefreshAsync("dev")).Succeeded);
        Assert.True((await Operations(engine).DestroyAsync("dev")).Succeeded);
        Assert.True((await Operations(engine).UpAsync("dev")).Succeeded);
    }

    [Fact]
    public async Task What_only_asks_throws_the_failures()
    {
        var engine = new Mock<IStackEngine>(MockBehavior.Strict);
        engine.Setup(one => one.ListAsync(It.IsAny<CancellationToken>())).ThrowsAsync(Engines.Failure(Recording.Text("not-logged-in.txt")));
        engine.Setup(one => one.OutputsAsync("nosuch", It.IsAny<CancellationToken>())).ThrowsAsync(Engines.Failure(Recording.Text("no-stack.txt")));

        Assert.Equal(
            new NotLoggedIn(null, "PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions"),
            Assert.Single((await Assert.ThrowsAsync<StackFailureException>(() => Operations(engine).ListAsync())).Failures));
        Assert.Equal(
            """
            there is no stack 'nosuch' in this backend
              See which there are: ./run stacks.
              Is it a new environment? Make it: pulumi stack init nosuch.
              Is it another backend's? See who is logged in where: pulumi whoami --verbose.
            """,
            (await Assert.ThrowsAsync<StackFailureException>(() => Operations(engine).OutputsAsync("nosuch"))).Message);
    }

    [Fact]
    public async Task A_lock_is_taken_by_whoever_asks_for_it()
    {
        var engine = new Mock<IStackEngine>(MockBehavior.Strict);
        engine.Setup(one => one.CancelAsync("dev", It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);

        await Operations(engine).CancelAsync("dev");

        engine.Verify(one => one.CancelAsync("dev", It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_state_goes_out_and_in_as_it_is()
    {
        var state = Recording.Text("export-interrupted.json");
        var engine = new Mock<IStackEngine>(MockBehavior.Strict).Exports(state);
        string? imported = null;
        engine.Setup(one => one.ImportAsync("dev", It.IsAny<string>(), It.IsAny<CancellationToken>())).Callback((string _, string text, CancellationToken _) => imported = text).Returns(Task.CompletedTask);

        await Operations(engine).ImportAsync("dev", await Operations(engine).ExportAsync("dev"));

        Assert.Equal(state, imported);
    }

    [Theory]
    [InlineData("prod", "it has 'urn:pulumi:dev::gpu-inference::pulumi:pulumi:Stack::gpu-inference-dev', of stack 'dev'")]
    public async Task A_state_of_another_stack_is_not_imported(string stack, string problem) => Assert.Equal(
        $"""
        this can't be the state of '{stack}': {problem}; nothing was imported
          Take what './run export {stack}' or 'pulumi stack export --stack {stack}' wrote.
        """,
        (await Assert.ThrowsAsync<StackFailureException>(() => Operations(new Mock<IStackEngine>(MockBehavior.Strict)).ImportAsync(stack, Recording.Text("export-interrupted.json")))).Message);

    [Fact]
    public async Task A_plan_is_no_state() => Assert.Equal(
        new StateRefused("dev", "it is no exported state"),
        Assert.Single((await Assert.ThrowsAsync<StackFailureException>(() => Operations(new Mock<IStackEngine>(MockBehavior.Strict)).ImportAsync("dev", """{"steps": [], "changeSummary": {}}"""))).Failures));

    [SkippableFact]
    public async Task A_preview_is_read()
    {
        var json = SharedFacts.ReadText("pulumi-cli/preview-update-replace.json");
        var engine = Engines.New();
        engine.Setup(one => one.PreviewAsync("dev", new PreviewRequest { Refresh = true }, It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>())).ReturnsAsync(json);

        var preview = await Operations(engine).PreviewAsync("dev", new PreviewRequest { Refresh = true });

        Assert.Equal(json, preview.Json);
        Assert.Equal("replace Namespace", $"{preview.Changes[0].Operation} {preview.Changes[0].Urn.Type.Split(':')[^1]}");
        Assert.Equal(5, preview.Changes.Count);
    }

    [Fact]
    public async Task A_preview_that_can_not_be_read_says_so()
    {
        var engine = Engines.New();
        engine.Setup(one => one.PreviewAsync("dev", It.IsAny<PreviewRequest>(), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>())).ReturnsAsync("warning: something in front");

        Assert.StartsWith("the engine failed: what it wrote can't be read: ", (await Assert.ThrowsAsync<StackFailureException>(() => Operations(engine).PreviewAsync("dev"))).Message, StringComparison.Ordinal);
    }

    private static StackOperations Operations(Mock<IStackEngine> engine) => new(engine.Object, new OpenGate(), new ManualTime());
}
