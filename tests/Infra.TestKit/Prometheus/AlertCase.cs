namespace Infra.TestKit.Prometheus;

/// <summary>What Prometheus sees when an alert has to fire, and what it sees when the alert nearly does: a little less of the same, so that a wrong limit is noticed.</summary>
/// <param name="Fires">Series that make it fire, each with its values in promtool's notation (<c>0+1x60</c>, <c>3x20</c>, <c>_x5 1</c>).</param>
/// <param name="NearlyFires">Series that nearly do.</param>
/// <param name="At">When both are asked, after the alert's <c>for</c>, such as <c>30m</c>.</param>
public sealed record AlertCase(IReadOnlyList<(string Series, string Values)> Fires, IReadOnlyList<(string Series, string Values)> NearlyFires, string At)
{
    /// <summary>Time between two values, and between two evaluations. Default: 30 seconds, as production has it; longer ones for windows of days.</summary>
    public string Interval { get; init; } = "30s";
}
