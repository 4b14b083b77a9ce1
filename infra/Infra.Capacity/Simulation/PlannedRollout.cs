namespace Infra.Capacity.Simulation;

/// <summary>An update of a model: the way that <c>SimulatedModel.Rollout</c> says, to a version that does the same in the same time.</summary>
/// <param name="AtMicros">When it begins.</param>
/// <param name="Model">Index of the model.</param>
public readonly record struct PlannedRollout(long AtMicros, int Model);
