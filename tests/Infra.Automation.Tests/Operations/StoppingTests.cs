using System.Collections.Immutable;
using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Automation.Failures;
using Infra.Automation.Gates;
using Infra.Automation.Operations;
using Infra.Automation.Tests.Harness;
using Infra.Planning.Model;
using Moq;

namespace Infra.Automation.Tests.Operations;

/// <summary>Stopped before, in the middle and after, by somebody or by the time limit.</summary>
public sealed class StoppingTests
{
    private static readonly EngineResult _done = new(null, ImmutableSortedDictionary<string, StackOutput>.Empty, "");

    [Fact]
    public async Task Before_it_began_nothing_is_asked()
    {
        var engine = new Mock<IStackEngine>(MockBehavior.Strict);

        var result = await new StackOperations(engine.Object, new OpenGate(), new ManualTime()).UpAsync(Engines.Stack, cancellationToken: new CancellationToken(canceled: true));

        Assert.Equal(OperationOutcome.Cancelled, result.Outcome);
        Assert.Equal(
            """
            it was stopped; the engine had nothing in hand
              What was done until then is in the state, and the lock is given up.
              The same command again goes on from there; ./run preview dev says with what.
            """,
            Assert.Single(result.Failures).ToString());
        engine.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Between_the_gate_and_the_update_nothing_is_started()
    {
        using var source = new CancellationTokenSource();
        var gate = new Mock<IStackGate>();
        gate.Setup(one => one.JudgeAsync(It.IsAny<IStackEngine>(), "dev", It.IsAny<PreviewRequest>(), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>()))
            .Callback(source.Cancel).ReturnsAsync(GateVerdict.Open);

        var result = await new StackOperations(Engines.New().Object, gate.Object, new ManualTime()).UpAsync(Engines.Stack, cancellationToken: source.Token);

        Assert.Equal(OperationOutcome.Cancelled, result.Outcome);
    }

    [Theory]
    [InlineData(52, 18, "2 resources", "kubernetes:core/v1:Namespace 'tenant', random:index/randomId:RandomId 'classifier-suffix'", 2)]
    [InlineData(93, 29, "1 resource", "kubernetes:apps/v1:Deployment 'classifier'", 8)]
    public async Task In_the_middle_the_engine_is_asked_and_waited_for(int stopAt, int count, string number, string inHand, int created)
    {
        using var source = new CancellationTokenSource();
        var waited = false;
        var engine = Engines.New().Up(async (onEvent, token) =>
        {
            foreach (var one in Recording.Events("events-killed.jsonl").TakeWhile(_ => !token.IsCancellationRequested))
            {
                onEvent(one);
            }

            Assert.True(token.IsCancellationRequested);
            await Task.Yield();
            waited = true;
            throw new OperationCanceledException(token);
        });
        var reports = new Reports(one =>
        {
            if (one.Sequence == stopAt)
            {
                source.Cancel();
            }
        });

        var result = await new StackOperations(engine.Object, new OpenGate(), new ManualTime()).UpAsync(Engines.Stack, progress: reports, cancellationToken: source.Token);

        Assert.True(waited);
        Assert.Equal(OperationOutcome.Cancelled, result.Outcome);
        Assert.Equal(
            $"""
            it was stopped while the engine had {number} in hand: {inHand}
              What was done until then is in the state, and the lock is given up.
              A provider that breaks off may leave something half made: ./run refresh dev looks.
              The same command again goes on from there; ./run preview dev says with what.
            """,
            Assert.Single(result.Failures).ToString());
        Assert.Equal([new("create", created)], result.Changes);
        // Once, and where it was asked for: behind the stage and the events until then.
        Assert.Equal([1 + count], reports.Events.Index().Where(one => one.Item == new StackEvent.StageReached(OperationStage.Stopping)).Select(one => one.Index));
    }

    /// <summary>A closed pipe behind <c>--json</c>, a terminal that is gone: the result is there all the same.</summary>
    [Fact]
    public async Task A_reader_that_throws_keeps_nobody_from_stopping_it()
    {
        using var source = new CancellationTokenSource();
        var asked = 0;
        var engine = Engines.New().Up((onEvent, token) =>
        {
            onEvent(new StackEvent.ResourceDone(Urn.Parse("urn:pulumi:dev::p::t:m:T::y"), "create"));
            source.Cancel();
            token.ThrowIfCancellationRequested();
            return Task.FromResult(_done);
        });
        var reports = new Reports(_ => throw new IOException($"reader {++asked}"));

        var result = await new StackOperations(engine.Object, new OpenGate(), new ManualTime()).UpAsync(Engines.Stack, progress: reports, cancellationToken: source.Token);

        Assert.Equal((OperationOutcome.Cancelled, 1), (result.Outcome, asked));
        Assert.Equal([new("create", 1)], result.Changes);
        Assert.Equal(["who reads the events failed, and heard no more of them: reader 1"], result.Warnings);
    }

    [Fact]
    public async Task An_engine_that_came_to_its_end_has_succeeded()
    {
        using var source = new CancellationTokenSource();
        var engine = Engines.New().Up((_, _) =>
        {
            source.Cancel();
            return Task.FromResult(_done);
        });

        Assert.Equal(OperationOutcome.Succeeded, (await new StackOperations(engine.Object, new OpenGate(), new ManualTime()).UpAsync(Engines.Stack, cancellationToken: source.Token)).Outcome);
    }

    [Fact]
    public async Task An_engine_that_failed_while_it_was_stopped_says_so()
    {
        using var source = new CancellationTokenSource();
        var engine = Engines.New().Exports("""{"version": 3, "deployment": {}}""").Up((_, _) =>
        {
            source.Cancel();
            throw Engines.Failure("error: the state could not be saved");
        });

        var result = await new StackOperations(engine.Object, new OpenGate(), new ManualTime()).UpAsync(Engines.Stack, cancellationToken: source.Token);

        Assert.Equal((OperationOutcome.Failed, "the engine failed: the state could not be saved"), (result.Outcome, Assert.Single(result.Failures).What));
    }

    [Fact]
    public async Task The_time_limit_stops_it_the_same_way()
    {
        var time = new ManualTime();
        var engine = Engines.New();
        engine.Setup(one => one.DestroyAsync("dev", It.IsAny<DestroyRequest>(), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>()))
            .Returns((string _, DestroyRequest _, Action<StackEvent> _, CancellationToken token) =>
            {
                time.Advance(TimeSpan.FromMinutes(29));
                Assert.False(token.IsCancellationRequested);
                time.Advance(TimeSpan.FromMinutes(1));
                token.ThrowIfCancellationRequested();
                return Task.FromResult(_done);
            });
        var reports = new Reports();

        var result = await new StackOperations(engine.Object, new OpenGate(), time).DestroyAsync(Engines.Stack, options: new OperationOptions { Timeout = TimeSpan.FromMinutes(30) }, progress: reports);

        Assert.Equal((OperationOutcome.TimedOut, TimeSpan.FromMinutes(30)), (result.Outcome, result.Duration));
        Assert.Equal(
            """
            it took longer than 00:30:00 and was stopped; the engine had nothing in hand
              What was done until then is in the state, and the lock is given up.
              The same command again goes on from there; ./run preview dev says with what.
            """,
            Assert.Single(result.Failures).ToString());
        Assert.Equal(["stage Running", "stage Stopping"], reports.Events.Select(EventText.Of));
    }

    [Fact]
    public async Task The_first_reason_counts()
    {
        using var source = new CancellationTokenSource();
        var time = new ManualTime();
        var engine = Engines.New().Up((_, token) =>
        {
            source.Cancel();
            time.Advance(TimeSpan.FromHours(1));
            throw new OperationCanceledException(token);
        });

        var result = await new StackOperations(engine.Object, new OpenGate(), time).UpAsync(Engines.Stack, options: new OperationOptions { Timeout = TimeSpan.FromMinutes(30) }, cancellationToken: source.Token);

        Assert.Equal(OperationOutcome.Cancelled, result.Outcome);
    }

    /// <summary>A bug of the engine's is none of ours to call a stop.</summary>
    [Fact]
    public async Task A_stop_that_nobody_asked_for_is_thrown()
    {
        var engine = Engines.New().Up((_, _) => throw new OperationCanceledException());

        await Assert.ThrowsAsync<OperationCanceledException>(() => new StackOperations(engine.Object, new OpenGate(), new ManualTime()).UpAsync(Engines.Stack));
    }
}
