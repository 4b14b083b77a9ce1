using Infra.LoadTesting.Payloads;
using Infra.LoadTesting.Runs;
using Infra.LoadTesting.Targets;

namespace Infra.LoadTesting.Tests.Runs;

/// <summary>A service that answers when it is told to.</summary>
/// <param name="answerAt">From the request's number and the time when it comes, both in the run's own terms: when it is answered, in microseconds.</param>
internal sealed class TimedTarget(Func<int, long, long> answerAt) : ITarget
{
    public List<Payload> Payloads { get; } = [];

    public int MostAtOnce { get; private set; }

    public int AtOnce { get; private set; }

    public async Task<Answer> SendAsync(Payload payload, RunClock clock, CancellationToken cancellation)
    {
        Payloads.Add(payload);
        MostAtOnce = Math.Max(MostAtOnce, ++AtOnce);
        try
        {
            await clock.UntilAsync(answerAt(Payloads.Count - 1, clock.Micros), cancellation);
            return Answer.Good;
        }
        finally
        {
            AtOnce--;
        }
    }
}
