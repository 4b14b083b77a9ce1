using System.Collections.Immutable;
using System.Globalization;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Serving;

namespace Infra.Core.Monitoring.Objectives;

/// <summary>Alerts on a candidate that is worse than the stable model. Who gets no requests is not worse: a share of none is no number.</summary>
/// <param name="Candidate">What the candidate's pods tell.</param>
/// <param name="Stable">What those of the stable model tell.</param>
public sealed record CandidateRules(RuntimeMetrics Candidate, RuntimeMetrics Stable)
{
    private static readonly Runbook _runbook = new("candidate-worse");

    /// <summary>Name of the model by which callers know both.</summary>
    public required string Model { get; init; }

    /// <summary>Name of the stable model's pods.</summary>
    public required string StableName { get; init; }

    /// <summary>Namespace of both.</summary>
    public required string Namespace { get; init; }

    /// <summary>Labels of the candidate's alerts.</summary>
    public required ImmutableSortedDictionary<string, string> Labels { get; init; }

    /// <summary>By how much more of its requests may fail, 0 to 1.</summary>
    public required double ErrorRatio { get; init; }

    /// <summary>How many times as long its requests may take.</summary>
    public required double LatencyFactor { get; init; }

    /// <summary>Minutes over which both are measured, and for which it has to be worse.</summary>
    public required int Minutes { get; init; }

    /// <summary>The alerts.</summary>
    public IEnumerable<AlertRule> Alerts()
    {
        var window = Window.Minutes(Minutes);
        if (Candidate.Counters is { } counters && Stable.Counters is { } others)
        {
            yield return Alert(
                "InferenceCandidateErrors",
                // A stable model that never failed must not hide what the candidate does.
                counters.FailedShare(Namespace, window) - others.FailedShareOrNone(Namespace, window) > ErrorRatio,
                "the candidate fails more requests than the stable model",
                $"Of its requests {{{{ $value | humanizePercentage }}}} more failed over {window}; allowed are {Number(ErrorRatio)} (share of 1).");
        }

        if (Candidate.Latency is { } latency && Stable.Latency is { } other)
        {
            yield return Alert(
                "InferenceCandidateSlow",
                latency.Quantile(0.95, Namespace, window) / other.Quantile(0.95, Namespace, window) > LatencyFactor,
                "the candidate is slower than the stable model",
                $"At the 95th percentile its requests took {{{{ $value | humanize }}}} times as long over {window}; allowed are {Number(LatencyFactor)}.");
        }
    }

    private AlertRule Alert(string name, Expression expression, string summary, string description) => new()
    {
        Name = name,
        Severity = Severity.P1,
        Expression = expression,
        For = TimeSpan.FromMinutes(Minutes),
        Labels = Labels.SetItem("stable", StableName),
        Summary = $"{Model}: {summary}",
        Description = $"{description} To go back, set the model's rollout.weight to 0, or rollout.live to stable.",
        Runbook = _runbook,
    };

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
