using Infra.Capacity.Statistics;

namespace Infra.Capacity.Rendering;

/// <summary>What tables say of a model.</summary>
internal static class ModelCells
{
    /// <summary>Names of <see cref="Failures"/>, in its order, for people and for JSON.</summary>
    public static readonly (string Words, string Key)[] Kinds =
    [
        ("no replica was ready", "withoutReplica"), ("queue full", "queueFull"), ("longer than its context", "tooLong"), ("timed out waiting", "timedOutWaiting"),
        ("timed out at work", "timedOutInService"), ("lost with a replica", "lostAtGrace"), ("lost to spot", "lostToSpot"),
    ];

    public static string Latency(ModelFigures model, double percent) => Time(model, model.Result.Latency, percent);

    public static string FirstToken(ModelFigures model) => Time(model, model.Result.FirstToken, 95);

    /// <summary>The share of requests with an outcome that were answered.</summary>
    public static string Answered(ModelFigures model) => model.Result.Requests.Arrived == 0 ? Figures.None : Figures.Percent(model.Result.Requests.Availability);

    public static long[] Failures(ModelFigures model)
    {
        var counts = model.Result.Requests;
        return [counts.WithoutReplica, counts.QueueFull, counts.TooLong, counts.TimedOutWaiting, counts.TimedOutInService, counts.LostAtGrace, counts.LostToSpot];
    }

    private static string Time(ModelFigures model, LatencyHistogram times, double percent) =>
        times.Count == 0 ? Figures.None : $"{(model.IsEstimate ? "~" : "")}{Figures.Time(times.Percentile(percent))}";
}
