namespace Infra.Capacity.Control;

/// <summary>What holds while a trigger has no answer.</summary>
/// <param name="Replicas">So many.</param>
/// <param name="FailureThreshold">After more failures in a row than this.</param>
/// <param name="KeepsMore">Whether a model that has more keeps them (<c>behavior: currentReplicasIfHigher</c>).</param>
public sealed record KedaFallback(int Replicas, int FailureThreshold, bool KeepsMore);
