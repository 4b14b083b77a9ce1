using Infra.LoadTesting.Payloads;
using Infra.LoadTesting.Results;
using Infra.LoadTesting.Targets;

namespace Infra.LoadTesting.Runs;

/// <summary>One load test. Whatever the target does, the run ends with a result.</summary>
/// <param name="target">What is asked.</param>
/// <param name="payloads">What is sent, in turn; at least one.</param>
/// <param name="plan">How.</param>
/// <param name="time">The clock.</param>
/// <param name="progress">Is told once a second how far it is.</param>
public sealed class LoadRun(ITarget target, IReadOnlyList<Payload> payloads, LoadPlan plan, TimeProvider time, IProgress<LoadProgress>? progress = null)
{
    private readonly InFlight _inFlight = new(plan.Arrivals is null ? int.MaxValue : plan.MaxInFlight);
    private readonly RunClock _clock = new(time);
    private readonly RunRecorder _recorder = new(plan);
    private long _turn = -1;

    /// <summary>Runs it.</summary>
    /// <param name="stop">Ends it early: nothing more is sent, and what is under way is counted as unfinished.</param>
    public async Task<LoadResult> RunAsync(CancellationToken stop)
    {
        Failures.Prepare();
        using var end = new CancellationTokenSource();
        var reporting = ReportAsync(end.Token);
        if (plan.Arrivals is { } arrivals)
        {
            await OpenLoopAsync(arrivals, stop);
        }
        else
        {
            await Task.WhenAll(Enumerable.Range(0, plan.Concurrency).Select(_ => UserAsync(stop)));
        }
        end.Cancel();
        await reporting;
        return _recorder.Result(stop.IsCancellationRequested);
    }

    // The loop waits for times, never for answers: what a stalled server keeps waiting goes on to be sent, and waits in the percentiles too.
    private async Task OpenLoopAsync(IEnumerable<long> arrivals, CancellationToken stop)
    {
        try
        {
            foreach (var at in arrivals.TakeWhile(at => at < plan.EndMicros))
            {
                await _clock.UntilAsync(at, stop);
                if (stop.IsCancellationRequested || !_recorder.TryBegin(at))
                {
                    break;
                }
                if (_inFlight.TryEnter())
                {
                    _ = SendAndLeaveAsync(at, stop);
                }
                else
                {
                    _recorder.NotSent(at);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The user has seen enough.
        }
        await _inFlight.EmptyAsync();
    }

    private async Task SendAndLeaveAsync(long at, CancellationToken stop)
    {
        // The loop must not do the work of sending itself.
        await Task.Yield();
        await SendAsync(at, stop);
        _inFlight.Leave();
    }

    private async Task UserAsync(CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested && _clock.Micros is var at && at < plan.EndMicros && _recorder.TryBegin(at))
        {
            _inFlight.TryEnter();
            await SendAsync(at, stop);
            _inFlight.Leave();
        }
    }

    private async Task SendAsync(long at, CancellationToken stop)
    {
        var payload = payloads[(int)(Interlocked.Increment(ref _turn) % payloads.Count)];
        using var timeout = new CancellationTokenSource(plan.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        var sent = _clock.Micros;
        Answer? answer;
        try
        {
            answer = await target.SendAsync(payload, _clock, either.Token);
        }
        catch (OperationCanceledException)
        {
            answer = stop.IsCancellationRequested ? null : Answer.Failed(FailureKind.Timeout);
        }
        catch (Exception e)
        {
            // One request of millions must not end the run, whatever is wrong with it.
            answer = Answer.Failed(FailureKind.Other, e.GetType().Name);
        }
        _recorder.Done(at, sent, _clock.Micros, answer);
    }

    private async Task ReportAsync(CancellationToken end)
    {
        try
        {
            for (var second = 1L; progress is not null; second++)
            {
                await _clock.UntilAsync(second * 1_000_000, end);
                progress.Report(_recorder.Progress(_clock.Micros, _inFlight.Count));
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
