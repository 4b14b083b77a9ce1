namespace Infra.Core.Serving.Autoscaling;

/// <summary>What becomes of a model whose metrics are missing: it keeps the replicas that it has, and gets more where it has fewer than these.</summary>
/// <param name="Replicas">So many at least; 1 or more.</param>
/// <param name="Failures">After so many answers that are missing.</param>
public sealed record ScalingFallback(int Replicas, int Failures)
{
    /// <summary>Default of <see cref="Failures"/>.</summary>
    public const int DefaultFailures = 3;
}
