using Infra.Capacity.Statistics;
using Infra.LoadTesting.Results;

namespace Infra.LoadTesting.Reports;

/// <summary>Whether a run keeps a promise. What failed counts as longer than any answer.</summary>
/// <param name="Label">The run.</param>
/// <param name="Objective">The promise.</param>
/// <param name="MeasuredMicros">What was measured; null if too few requests were answered.</param>
public sealed record ObjectiveCheck(string Label, LatencyObjective Objective, long? MeasuredMicros)
{
    public bool IsMet => MeasuredMicros <= Objective.Micros;

    public static ObjectiveCheck Of(string label, LatencyObjective objective, LoadResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new ObjectiveCheck(label, objective, result.PercentileOfAll((double)objective.Percent));
    }

    public override string ToString() => MeasuredMicros is { } measured
        ? $"{Label}: {Objective} is {(IsMet ? "met" : "missed")}: {LatencyText.Of(measured)}"
        : $"{Label}: {Objective} is missed: too few requests were answered";
}
