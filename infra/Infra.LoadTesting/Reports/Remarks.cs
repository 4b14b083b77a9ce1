using Infra.Capacity.Statistics;
using Infra.LoadTesting.Targets;

namespace Infra.LoadTesting.Reports;

/// <summary>What a reader of the figures has to know, lest they say more than was measured.</summary>
internal static class Remarks
{
    // A twentieth of the latency is more than what differs from run to run.
    private const double MuchOfLatency = 0.05;

    // A server that sends token by token may still hold one back until its letters are whole.
    private const double MuchMore = 1.1;

    // Below this a percentile is a matter of single requests.
    private const int FewForP99 = 1000;

    public static IEnumerable<string> Of(Measurement run)
    {
        var result = run.Result;
        if (result.WasStopped)
        {
            yield return $"{run.Label}: stopped early; {result.Unfinished} without an answer are in no figure";
        }
        if (result.Failed + result.NotSent is var failed and > 0)
        {
            yield return $"{run.Label}: {failed * 100.0 / Math.Max(result.Requests, 1):0.##} % of the requests have failed; the percentiles are of the others";
        }
        if (result.Answered is > 0 and < FewForP99)
        {
            yield return $"{run.Label}: with {result.Answered} answers p99 and beyond are single requests";
        }
        if (run.Concurrency is null && result.Latency.Percentile(99) > result.Service.Percentile(99) * (1 + MuchOfLatency))
        {
            yield return $"{run.Label}: p99 counts from when requests were to be sent; counted from when they were, it would be {LatencyText.Of(result.Service.Percentile(99))}";
        }
        if (run.Concurrency is null && result.Answered > 0 && result.Lateness.Percentile(99) is var late && late > result.Latency.Percentile(50) * MuchOfLatency && late > 1000)
        {
            yield return $"{run.Label}: this machine sent 1 % of the requests {LatencyText.Of(late)} late or later, which is part of their latency; a less busy one measures better";
        }
        if (result.Failures.GetValueOrDefault(new Failure(FailureKind.NoConnectionLeft)) is var local and > 0)
        {
            yield return $"{run.Label}: {local} requests found no free port or file on this machine, which says nothing of the endpoint; raise 'ulimit -n', or send from several machines";
        }
        if (result.Tokens is { Uncounted: > 0 } uncounted)
        {
            yield return $"{run.Label}: {uncounted.Uncounted} answers had no usage in them; each of their events counts as one token";
        }
        if (result.Tokens is { MeanMicrosPerToken: { } micros } tokens && tokens.CompletionTokens > tokens.Events * MuchMore)
        {
            yield return $"{run.Label}: {tokens.CompletionTokens} tokens came in {tokens.Events} events, whose distances are what stands above; a token took {LatencyText.Of(micros)} on average";
        }
    }
}
