using System.Collections.Immutable;

namespace Infra.Core.Serving.Autoscaling;

/// <summary>Who counts a model's replicas: always exactly one.</summary>
public abstract record ScalerPlan
{
    private ScalerPlan()
    {
    }

    /// <summary>Nobody: the number is fixed.</summary>
    /// <param name="Replicas">The number.</param>
    public sealed record Fixed(int Replicas) : ScalerPlan;

    /// <summary>Kubernetes' horizontal pod autoscaler, on CPU and memory.</summary>
    /// <param name="Target">What it scales.</param>
    /// <param name="Min">Fewest replicas, 1 or more.</param>
    /// <param name="Max">Most replicas.</param>
    /// <param name="Resources">Targets in percent of the requests.</param>
    public sealed record Hpa(ScaleTarget Target, int Min, int Max, ImmutableArray<ScalerTrigger.Resource> Resources) : ScalerPlan;

    /// <summary>KEDA, which makes the one horizontal pod autoscaler of the workload itself.</summary>
    /// <param name="Target">What it scales.</param>
    /// <param name="Min">Fewest replicas.</param>
    /// <param name="Max">Most replicas.</param>
    /// <param name="Triggers">What it looks at; the one that asks for most replicas wins.</param>
    /// <param name="Fallback">What becomes of the model when metrics are missing.</param>
    public sealed record ScaledObject(ScaleTarget Target, int Min, int Max, ImmutableArray<ScalerTrigger> Triggers, ScalingFallback Fallback) : ScalerPlan;

    /// <summary>Ray: Serve counts replicas, and the autoscaler beside the head the workers that they need.</summary>
    /// <param name="Min">Fewest replicas, 1 or more.</param>
    /// <param name="Max">Most replicas.</param>
    /// <param name="Concurrency">Requests that one replica has in work.</param>
    public sealed record RayServe(int Min, int Max, int Concurrency) : ScalerPlan;
}
