using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Capacity.Rendering;
using Infra.Capacity.Simulation;
using Infra.Core.Units;

namespace Infra.Capacity.Recommendation;

/// <summary>What somebody wants of a model's answers: <c>p95=1s</c>. A request that got no answer is one that took too long.</summary>
/// <param name="Percent">So many of a hundred requests …</param>
/// <param name="Micros">… have their answer within this time, in microseconds.</param>
public readonly partial record struct LatencyGoal(double Percent, long Micros)
{
    public const string AllowedForm = "a percentile and a duration, such as p95=1s or p99=800ms";

    /// <summary>Reads one.</summary>
    public static bool TryParse(string text, out LatencyGoal goal)
    {
        goal = default;
        if (Form().Match(text) is not { Success: true } match || !GoDuration.TryParse(match.Groups[2].Value, out var duration) || duration.Milliseconds == 0)
        {
            return false;
        }

        goal = new LatencyGoal(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), duration.Milliseconds * 1000);
        return goal.Percent is > 0 and < 100;
    }

    /// <summary>The share of all requests with an outcome that had their answer in time; 1 without any.</summary>
    public double Share(ModelResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var limit = Micros;
        var all = result.Requests.Arrived - result.Requests.InFlight;
        // A bucket that the limit falls into counts as late: at most 0.4 % of the time too strict.
        return all == 0 ? 1 : result.Latency.Buckets.Where(bucket => Math.Min(bucket.HighestMicros, result.Latency.MaxMicros) <= limit).Sum(bucket => bucket.Count) / (double)all;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p{Percent}={Figures.Time(Micros)}");

    [GeneratedRegex(@"^p([0-9]{1,2}(?:[.][0-9]+)?)=(.+)$")]
    private static partial Regex Form();
}
