using System.Collections.Immutable;
using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Automation.Failures;
using Infra.Automation.Gates;
using Infra.Capture;
using Infra.Planning.Json;
using Infra.Planning.Model;

namespace Infra.Automation.Operations;

/// <summary>
/// What is done with stacks. What changes one has a result in any case, with the failures in it; what only asks throws <see cref="StackFailureException"/>.
/// A cancelled token asks the engine to stop and waits for it: the result says how far it came. Nothing here breaks a lock or edits a state of its own accord.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="gate">What an update has to pass.</param>
/// <param name="time">For durations and time limits.</param>
public sealed class StackOperations(IStackEngine engine, IStackGate gate, TimeProvider time)
{
    /// <summary>Every stack of the project.</summary>
    public Task<ImmutableArray<StackInfo>> ListAsync(CancellationToken cancellationToken = default) => AskAsync(null, () => engine.ListAsync(cancellationToken));

    /// <summary>Makes an empty stack.</summary>
    /// <param name="secretsProvider">See <see cref="IStackEngine.CreateAsync"/>. Whose file has secrets already, or names a provider, needs that one here: <see cref="Temporary.SecretsProvider.Of"/>.</param>
    public Task CreateAsync(string stack, string? secretsProvider = null, CancellationToken cancellationToken = default) =>
        DoAsync(stack, () => engine.CreateAsync(stack, secretsProvider, cancellationToken));

    /// <summary>Removes a stack that has no resources any more.</summary>
    public Task RemoveAsync(string stack, CancellationToken cancellationToken = default) => DoAsync(stack, () => engine.RemoveAsync(stack, cancellationToken));

    /// <summary>What an operation would do. <paramref name="progress"/> is called in the engine's order, on its thread; so it is everywhere here.</summary>
    public Task<PreviewResult> PreviewAsync(string stack, PreviewRequest? request = null, IProgress<StackEvent>? progress = null, CancellationToken cancellationToken = default) => AskAsync(stack, async () =>
    {
        await EngineCheck.RequireAsync(engine, cancellationToken);
        var json = await engine.PreviewAsync(stack, request ?? new PreviewRequest(), new EventTrace(progress).Tell, cancellationToken);
        return new PreviewResult(json, CapturedPlan.Read(new StringReader(json)));
    });

    /// <summary>Makes the cloud what the program says, if the gate lets it.</summary>
    public Task<UpResult> UpAsync(string stack, UpRequest? request = null, OperationOptions? options = null, IProgress<StackEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        request ??= new UpRequest();
        options ??= new OperationOptions();
        var run = new OperationRun(engine, time, stack, options, progress);
        GateVerdict? verdict = null;
        return run.RunAsync(UpAsync, (outcome, failures) => new UpResult { Stack = stack, Outcome = outcome, Failures = failures, Gate = verdict }, cancellationToken);

        async Task<UpResult> UpAsync(CancellationToken stop)
        {
            if (options.Gated)
            {
                var preview = new PreviewRequest { Refresh = request.Refresh, Targets = request.Targets, ConfigFile = request.ConfigFile };
                verdict = await gate.JudgeAsync(engine, stack, preview, run.Trace.Tell, stop);
                if (!verdict.Passes)
                {
                    return new UpResult { Stack = stack, Outcome = OperationOutcome.Refused, Failures = [new GateRefused(stack, verdict.Findings)], Gate = verdict };
                }
            }

            stop.ThrowIfCancellationRequested();
            run.Trace.Reached(OperationStage.Running);
            var done = await engine.UpAsync(stack, request, run.Trace.Tell, stop);
            return new UpResult
            {
                Stack = stack,
                Outcome = OperationOutcome.Succeeded,
                Outputs = done.Outputs,
                Gate = verdict,
                Version = done.Update?.Version,
                Permalink = OperationRun.LinkIn(done.StandardOutput),
            };
        }
    }

    /// <summary>Makes the state what the cloud says.</summary>
    public Task<OperationResult> RefreshAsync(string stack, RefreshRequest? request = null, OperationOptions? options = null, IProgress<StackEvent>? progress = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(stack, options, progress, (onEvent, stop) => engine.RefreshAsync(stack, request ?? new RefreshRequest(), onEvent, stop), cancellationToken);

    /// <summary>Deletes every resource of the stack, or the targets.</summary>
    public Task<OperationResult> DestroyAsync(string stack, DestroyRequest? request = null, OperationOptions? options = null, IProgress<StackEvent>? progress = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(stack, options, progress, (onEvent, stop) => engine.DestroyAsync(stack, request ?? new DestroyRequest(), onEvent, stop), cancellationToken);

    /// <summary>Starts an update whose events can be read one after another.</summary>
    public RunningOperation<UpResult> StartUp(string stack, UpRequest? request = null, OperationOptions? options = null, CancellationToken cancellationToken = default) =>
        EventStream.Start(progress => UpAsync(stack, request, options, progress, cancellationToken));

    /// <summary>Starts a refresh whose events can be read one after another.</summary>
    public RunningOperation<OperationResult> StartRefresh(string stack, RefreshRequest? request = null, OperationOptions? options = null, CancellationToken cancellationToken = default) =>
        EventStream.Start(progress => RefreshAsync(stack, request, options, progress, cancellationToken));

    /// <summary>Starts a destruction whose events can be read one after another.</summary>
    public RunningOperation<OperationResult> StartDestroy(string stack, DestroyRequest? request = null, OperationOptions? options = null, CancellationToken cancellationToken = default) =>
        EventStream.Start(progress => DestroyAsync(stack, request, options, progress, cancellationToken));

    /// <summary>The stack's outputs.</summary>
    public Task<ImmutableSortedDictionary<string, StackOutput>> OutputsAsync(string stack, CancellationToken cancellationToken = default) => AskAsync(stack, () => engine.OutputsAsync(stack, cancellationToken));

    /// <summary>Takes the lock of an update that is dead; see <see cref="IStackEngine.CancelAsync"/>. Never done by anything else here.</summary>
    public Task CancelAsync(string stack, CancellationToken cancellationToken = default) => DoAsync(stack, () => engine.CancelAsync(stack, cancellationToken));

    /// <summary>The state, secrets encrypted, as a document that <see cref="ImportAsync"/> takes.</summary>
    public Task<string> ExportAsync(string stack, CancellationToken cancellationToken = default) => AskAsync(stack, () => engine.ExportAsync(stack, cancellationToken));

    /// <summary>Puts a state in the place of the stack's. The document has to be one, and of this stack.</summary>
    public async Task ImportAsync(string stack, string state, CancellationToken cancellationToken = default)
    {
        if (StateCheck.Problem(stack, state) is { } problem)
        {
            throw new StackFailureException([new StateRefused(stack, problem)]);
        }

        await DoAsync(stack, () => engine.ImportAsync(stack, state, cancellationToken));
    }

    /// <summary>The last updates, newest first.</summary>
    public Task<ImmutableArray<StackUpdate>> HistoryAsync(string stack, int count = 10, CancellationToken cancellationToken = default) => AskAsync(stack, () => engine.HistoryAsync(stack, count, cancellationToken));

    /// <summary>What earlier, interrupted operations left over, with what to do; null where nothing is.</summary>
    public Task<InterruptedOperations?> InterruptedAsync(string stack, CancellationToken cancellationToken = default) => AskAsync(stack, () => PendingOperations.OfAsync(engine, stack, cancellationToken));

    private Task<OperationResult> ChangeAsync(
        string stack, OperationOptions? options, IProgress<StackEvent>? progress, Func<Action<StackEvent>, CancellationToken, Task<EngineResult>> change, CancellationToken cancellationToken)
    {
        var run = new OperationRun(engine, time, stack, options ?? new OperationOptions(), progress);
        return run.RunAsync<OperationResult>(ChangeAsync, (outcome, failures) => new ChangeResult { Stack = stack, Outcome = outcome, Failures = failures }, cancellationToken);

        async Task<OperationResult> ChangeAsync(CancellationToken stop)
        {
            run.Trace.Reached(OperationStage.Running);
            var done = await change(run.Trace.Tell, stop);
            return new ChangeResult { Stack = stack, Outcome = OperationOutcome.Succeeded, Version = done.Update?.Version, Permalink = OperationRun.LinkIn(done.StandardOutput) };
        }
    }

    private static async Task DoAsync(string? stack, Func<Task> work) => _ = await AskAsync(stack, async () =>
    {
        await work();
        return true;
    });

    private static async Task<T> AskAsync<T>(string? stack, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (EngineException e)
        {
            throw new StackFailureException(FailureReader.Read(stack, e), e);
        }
        catch (PlanFormatException e)
        {
            throw new StackFailureException([new UnknownFailure(stack, $"what it wrote can't be read: {e.Message}")], e);
        }
    }
}
