namespace Infra.Core.Serving.Autoscaling;

/// <summary>One thing that KEDA looks at.</summary>
public abstract record ScalerTrigger
{
    private ScalerTrigger()
    {
    }

    /// <summary>CPU or memory.</summary>
    /// <param name="Metric">Which.</param>
    /// <param name="Percent">Target in percent of the request.</param>
    public sealed record Resource(ScalingMetric Metric, int Percent) : ScalerTrigger;

    /// <summary>A demand that all replicas have together, of which one is to have <paramref name="Target"/>: replicas that still load count as if they had their part.</summary>
    /// <param name="Name">Name of the trigger.</param>
    /// <param name="Query">PromQL for the namespace of the model.</param>
    /// <param name="Target">So much for one replica.</param>
    /// <param name="KeepsAwake">Whether more than 0 keeps a model awake that may sleep; GPU memory stays in use when there is nothing to do.</param>
    public sealed record Demand(string Name, Func<string, string> Query, double Target, bool KeepsAwake = true) : ScalerTrigger;

    /// <summary>An answer of Prometheus that wakes the model, but asks for no more than one replica.</summary>
    /// <param name="Query">PromQL.</param>
    /// <param name="Above">It wakes while the answer is greater than this.</param>
    public sealed record Wake(string Query, double Above) : ScalerTrigger;

    /// <summary>A queue that wakes the model and counts its replicas.</summary>
    /// <param name="Signal">The queue.</param>
    public sealed record Messages(ActivationSignal.Messages Signal) : ScalerTrigger;
}
