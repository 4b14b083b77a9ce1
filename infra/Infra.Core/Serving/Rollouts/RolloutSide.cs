namespace Infra.Core.Serving.Rollouts;

/// <summary>One of the two models of a rollout.</summary>
public enum RolloutSide
{
    /// <summary>The model as it is.</summary>
    Stable,

    /// <summary>The model with what is tried.</summary>
    Candidate,
}
