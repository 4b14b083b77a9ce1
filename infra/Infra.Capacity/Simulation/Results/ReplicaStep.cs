namespace Infra.Capacity.Simulation;

/// <summary>A model's replicas from a time on.</summary>
/// <param name="AtMicros">From when on.</param>
/// <param name="Desired">Replicas that there are to be.</param>
/// <param name="Ready">Those that take requests.</param>
/// <param name="Starting">Those that wait for a node, pull, copy or load.</param>
/// <param name="Ending">Those that are told to end and still work.</param>
public readonly record struct ReplicaStep(long AtMicros, int Desired, int Ready, int Starting, int Ending);
