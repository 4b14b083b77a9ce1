using Infra.LoadTesting.Results;
using Infra.LoadTesting.Targets;

namespace Infra.LoadTesting.Runs;

/// <summary>Takes down what becomes of each request, whoever's thread it is.</summary>
internal sealed class RunRecorder(LoadPlan plan)
{
    private readonly Lock _lock = new();
    private readonly LoadResult _result = new();
    private long _warmUps;
    private long _begun;
    private long _last = plan.WarmUpMicros;

    /// <summary>Whether one more request may begin at this time.</summary>
    public bool TryBegin(long at)
    {
        lock (_lock)
        {
            if (IsWarmUp(at))
            {
                _warmUps++;
                return true;
            }
            if (_begun >= plan.MostRequests)
            {
                return false;
            }
            _begun++;
            return true;
        }
    }

    public void NotSent(long at)
    {
        lock (_lock)
        {
            if (!IsWarmUp(at))
            {
                _result.NotSent++;
                _result.Second(SecondOf(at)).Failed++;
            }
        }
    }

    /// <summary>A request has its answer.</summary>
    /// <param name="at">When it was to be sent.</param>
    /// <param name="sent">When it was.</param>
    /// <param name="done">When the answer was there.</param>
    /// <param name="answer">The answer; null if the run was ended before there was one.</param>
    public void Done(long at, long sent, long done, Answer? answer)
    {
        lock (_lock)
        {
            if (IsWarmUp(at))
            {
                return;
            }
            _last = Math.Max(_last, done);
            _result.Lateness.Record(sent - at);
            var second = _result.Second(SecondOf(at));
            if (answer is null)
            {
                _result.Unfinished++;
            }
            else if (answer.Failure is { } failure)
            {
                _result.Failures[failure] = _result.Failures.GetValueOrDefault(failure) + 1;
                second.Failed++;
            }
            else
            {
                _result.Latency.Record(done - at);
                _result.Service.Record(done - sent);
                second.Answered++;
                second.WorstMicros = Math.Max(second.WorstMicros, done - at);
                if (answer.Tokens is { } tokens)
                {
                    (_result.Tokens ??= new TokenResult()).Add(at, tokens);
                }
            }
        }
    }

    public LoadProgress Progress(long now, int inFlight)
    {
        lock (_lock)
        {
            return new LoadProgress(now, plan.EndMicros, IsWarmUp(now), _result.Answered, _result.Failed + _result.NotSent, inFlight, _result.Latency.Percentile(95));
        }
    }

    public LoadResult Result(bool wasStopped)
    {
        lock (_lock)
        {
            _result.WarmUps = _warmUps;
            _result.WasStopped = wasStopped;
            _result.ElapsedMicros = _last - plan.WarmUpMicros;
            return _result;
        }
    }

    private bool IsWarmUp(long at) => at < plan.WarmUpMicros;

    private int SecondOf(long at) => (int)((at - plan.WarmUpMicros) / 1_000_000);
}
