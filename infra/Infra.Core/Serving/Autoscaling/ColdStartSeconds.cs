namespace Infra.Core.Serving.Autoscaling;

/// <summary>
/// A cold-start budget in whole seconds. Who waits for a replica to be ready counts with the budget; who decides whether a replica is worth starting, with the estimate: the safety factor would only make it slow.
/// </summary>
internal readonly record struct ColdStartSeconds
{
    /// <summary>Seconds of a budget.</summary>
    public ColdStartSeconds(ColdStartBudget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        TotalBudget = Seconds(budget.Total);
        NodeAndImageBudget = Seconds(budget.NodeAndImage);
        TotalEstimate = Seconds(budget.Total / ColdStartBudget.SafetyFactor);
        WarmEstimate = Seconds(budget.WarmStart / ColdStartBudget.SafetyFactor);
    }

    /// <summary>Pod created to ready, with a new node where the pool may need one, and the safety factor.</summary>
    public int TotalBudget { get; }

    /// <summary>Node and image of it.</summary>
    public int NodeAndImageBudget { get; }

    /// <summary>Pod created to ready, without the safety factor.</summary>
    public int TotalEstimate { get; }

    /// <summary>The same on a node that runs and has the image.</summary>
    public int WarmEstimate { get; }

    private static int Seconds(TimeSpan span) => (int)Math.Ceiling(span.TotalSeconds);
}
