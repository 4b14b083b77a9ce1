using System.Text.RegularExpressions;
using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Automation.Failures;
using Infra.Planning.Json;
using Infra.Planning.Model;

namespace Infra.Automation.Operations;

/// <summary>One operation, from its start to its result.</summary>
internal sealed partial class OperationRun(IStackEngine engine, TimeProvider time, string stack, OperationOptions options, IProgress<StackEvent>? progress)
{
    private readonly long _started = time.GetTimestamp();
    private int _stoppedBy;

    /// <summary>What goes on.</summary>
    public EventTrace Trace { get; } = new(progress);

    /// <param name="work">What is done. Its token is cancelled by whoever waits, and by the time limit.</param>
    /// <param name="failed">The result of what didn't come to its end.</param>
    public async Task<TResult> RunAsync<TResult>(Func<CancellationToken, Task<TResult>> work, Func<OperationOutcome, ValueList<StackFailure>, TResult> failed, CancellationToken cancellationToken)
        where TResult : OperationResult
    {
        using var limit = options.Timeout is { } timeout ? new CancellationTokenSource(timeout, time) : new CancellationTokenSource();
        using var stop = new CancellationTokenSource();
        using var byLimit = limit.Token.Register(() => Stop(stop, OperationOutcome.TimedOut));
        using var byCaller = cancellationToken.Register(() => Stop(stop, OperationOutcome.Cancelled));
        TResult result;
        try
        {
            stop.Token.ThrowIfCancellationRequested();
            await EngineCheck.RequireAsync(engine, stop.Token);
            result = await work(stop.Token);
        }
        catch (StackFailureException e)
        {
            result = failed(OperationOutcome.Failed, e.Failures);
        }
        catch (PlanFormatException e)
        {
            result = failed(OperationOutcome.Failed, [new UnknownFailure(stack, $"what the preview wrote can't be read: {e.Message}")]);
        }
        catch (EngineException e)
        {
            result = failed(OperationOutcome.Failed, await ExamineAsync(e)) with { Permalink = LinkIn(e.StandardOutput) };
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            result = (OperationOutcome)_stoppedBy == OperationOutcome.TimedOut
                ? failed(OperationOutcome.TimedOut, [new TimeLimitReached(stack, options.Timeout ?? default, Trace.InHand)])
                : failed(OperationOutcome.Cancelled, [new OperationCancelled(stack, Trace.InHand)]);
        }

        return result with { Duration = time.GetElapsedTime(_started), Warnings = Trace.Warnings, Changes = Trace.Changes };
    }

    /// <summary>The page of an update: <c>View Live</c> of Pulumi Cloud, <c>Permalink</c> of a bucket (pulumi/pulumi, pkg/backend/{display/display,diy/backend}.go).</summary>
    public static Uri? LinkIn(string output) =>
        Link().Match(output) is { Success: true } found && Uri.TryCreate(found.Groups["link"].Value, UriKind.Absolute, out var link) ? link : null;

    /// <summary>The first reason counts: the other may come while the engine is stopping.</summary>
    private void Stop(CancellationTokenSource stop, OperationOutcome reason)
    {
        if (Interlocked.CompareExchange(ref _stoppedBy, (int)reason, 0) == 0)
        {
            Trace.Reached(OperationStage.Stopping);
            stop.Cancel();
        }
    }

    /// <summary>What failed, and what the state says of operations without an end. A state that can't be had hides no failure.</summary>
    private async Task<ValueList<StackFailure>> ExamineAsync(EngineException exception)
    {
        var failures = FailureReader.Read(stack, exception);
        if (!failures.Any(static failure => failure is StackLocked or ResourceFailed or UnknownFailure))
        {
            return failures;
        }

        Trace.Reached(OperationStage.Examining);
        try
        {
            return await PendingOperations.OfAsync(engine, stack, CancellationToken.None) is { } interrupted ? [.. failures, interrupted] : failures;
        }
        catch (Exception e) when (e is EngineException or PlanFormatException)
        {
            return failures;
        }
    }

    [GeneratedRegex(@"^\s*(?:View Live|Permalink): (?<link>\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Link();
}
