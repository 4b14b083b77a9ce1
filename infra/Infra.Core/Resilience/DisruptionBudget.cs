namespace Infra.Core.Resilience;

/// <summary>How many of some pods may be taken away on purpose at a time; one of the two amounts stands there.</summary>
/// <param name="Name">Who says it, for a message.</param>
/// <param name="MinAvailable">Fewest that stay.</param>
/// <param name="MaxUnavailable">Most that are away.</param>
public sealed record DisruptionBudget(string Name, BudgetAmount? MinAvailable, BudgetAmount? MaxUnavailable)
{
    /// <summary>One pod at a time, which every number of replicas allows.</summary>
    public static DisruptionBudget OneAtATime { get; } = new("its budget", null, new BudgetAmount(1, IsPercent: false));

    /// <summary>The last one stays, and so a single one stands in the way of every drain.</summary>
    public static DisruptionBudget OneStays { get; } = new("its budget", new BudgetAmount(1, IsPercent: false), null);

    /// <summary>Pods that may go while all are healthy.</summary>
    /// <param name="pods">Pods that there should be, and are.</param>
    /// <param name="hasScale">
    /// Whether Kubernetes learns from a subresource <c>scale</c> how many there should be. Where not, it knows nothing to take a share or a difference of, and lets none go
    /// (kubernetes.io, "Specifying a Disruption Budget for your Application", arbitrary workloads and arbitrary selectors).
    /// </param>
    public int Allowed(int pods, bool hasScale) => this switch
    {
        { MinAvailable: { IsPercent: false } stay } => Math.Max(0, pods - stay.Value),
        _ when !hasScale => 0,
        { MinAvailable: { } stay } => Math.Max(0, pods - stay.Of(pods)),
        { MaxUnavailable: { } away } => Math.Min(pods, away.Of(pods)),
        _ => pods,
    };

    /// <summary>For a message, e.g. <c>minAvailable 2</c>.</summary>
    public string Words => MinAvailable is { } stay ? $"minAvailable {stay}" : $"maxUnavailable {MaxUnavailable}";
}
