using System.Collections.Immutable;
using Infra.Capacity.Service;
using Infra.Capacity.Statistics;
using Infra.LoadTesting.Reports;
using Infra.LoadTesting.Results;

namespace Infra.LoadTesting.Profiles;

/// <summary>
/// What closed loops with several numbers of users say of one replica. With c users under way all the time, an answer takes R(c), by Little's law c ÷ throughput: what a server takes that works on c requests at once.
/// Where that is what some workers with a request each would take, they are what the profile has, so that nobody waits in it for a batch to end; else it is the time of a batch. For streams of tokens the usual time of a token with c streams is an iteration of a batch of c, and the time to the first token with one user is the prefill of its prompt.
/// The network between here and the replica is in all of it.
/// </summary>
public static class MeasuredProfile
{
    private const int MostPrompts = 16;
    private const int Quantiles = 100;

    // What measurements of the same differ by anyway.
    private const double Noise = 0.05;

    /// <summary>Why these measurements make no profile, one line each.</summary>
    public static IEnumerable<string> Problems(IReadOnlyList<Measurement> runs, int? kvTokens)
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (runs.Any(run => run.Concurrency is null))
        {
            yield return "an open loop measures waiting, too; a profile is measured with --concurrency 1,2,4,8";
        }
        foreach (var run in runs.Where(run => run.Result.Answered == 0))
        {
            yield return $"{run.Label}: no request was answered";
        }
        if (runs.Any(run => run.Result.Tokens is not null))
        {
            if (kvTokens is null)
            {
                yield return "how many tokens the KV cache holds is not seen from here: vLLM logs it at its start (GPU KV cache size); give it with --kv-tokens";
            }
            if (runs.All(run => run.Concurrency != 1))
            {
                yield return "prefill is measured with one user; add 1 to --concurrency";
            }
            else if (runs.First(run => run.Concurrency == 1).Result.Tokens is not { } alone || !alone.FirstTokenByPrompt.Any() || alone.BetweenTokens.Count == 0)
            {
                yield return "the server didn't count the tokens of prompts, or no answer had more than one; nothing can be said about prefill and decoding";
            }
        }
    }

    /// <summary>The profile. Ask for <see cref="Problems"/> first.</summary>
    /// <param name="runs">Closed loops against one replica.</param>
    /// <param name="kvTokens">Tokens of the KV cache; of streams only.</param>
    /// <param name="source">Where and when it was measured.</param>
    public static ServiceProfile Of(IReadOnlyList<Measurement> runs, int? kvTokens, string source)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var levels = runs.GroupBy(run => run.Concurrency!.Value).OrderBy(level => level.Key).Select(level => level.First()).ToList();
        var most = levels[^1].Concurrency!.Value;
        if (levels[0].Result.Tokens is null)
        {
            var curve = Curve(levels, run => run.Result.Service.MeanMicros);
            var profile = new RequestProfile { Source = source, IsEstimate = false, BatchTimes = curve, Spread = Spread(levels[0].Result.Service) };
            return Workers(curve) is { } workers ? profile with { BatchTimes = new TimeCurve(curve.Points[0]), Servers = workers } : profile with { MaxBatchSize = most };
        }
        return new TokenProfile
        {
            Source = source,
            IsEstimate = false,
            PrefillTimes = Prefill([.. levels[0].Result.Tokens!.FirstTokenByPrompt]),
            DecodeTimes = Curve(levels, run => IterationMicros(run.Result.Tokens!)),
            MaxSequences = most,
            KvTokens = kvTokens!.Value,
            MaxBatchedTokens = Math.Max(2048, most),
        };
    }

    // Half of the distances are of iterations without anybody's prompt in them, which the simulator adds itself; their mean would count prompts twice.
    // Where many come in no time, something on the way holds events together, and only the mean says anything.
    private static double IterationMicros(TokenResult tokens)
    {
        var (half, mean) = (tokens.BetweenTokens.Percentile(50), tokens.BetweenTokens.MeanMicros);
        var distance = half >= mean / 4 ? Math.Min(half, mean) : mean;
        return tokens.MeanMicrosPerToken is { } perToken ? distance * perToken / mean : distance;
    }

    // Workers with a request each, which don't hinder each other, take for c users as long as for one, until each has a request, and in proportion to the users from there on.
    private static int? Workers(TimeCurve curve)
    {
        double Off(int workers) => curve.Points.Max(point => Math.Abs((point.Micros / (curve.Points[0].Micros * Math.Max(1.0, (double)point.Size / workers))) - 1));
        return curve.Points[0].Size == 1 && Enumerable.Range(1, curve.LastSize).MinBy(Off) is var workers && Off(workers) <= Noise ? workers : null;
    }

    private static TimeCurve Curve(IEnumerable<Measurement> levels, Func<Measurement, double> micros) =>
        new([.. levels.Select(run => new TimePoint(run.Concurrency!.Value, Math.Max(micros(run), 1)))]);

    private static ServiceSpread Spread(LatencyHistogram service) =>
        ServiceSpread.Measured([.. Enumerable.Range(0, Quantiles + 1).Select(quantile => (double)Math.Max(service.Percentile(quantile * 100.0 / Quantiles), 1))]);

    // A profile has some points, not one for each prompt of a file: neighbours are put together.
    private static TimeCurve Prefill(ImmutableArray<(int PromptTokens, double MeanMicros)> prompts) => new(
    [
        .. prompts.Chunk((prompts.Length + MostPrompts - 1) / MostPrompts)
            .Select(group => new TimePoint((int)group.Average(prompt => prompt.PromptTokens), Math.Max(group.Average(prompt => prompt.MeanMicros), 1))),
    ]);
}
