using Infra.Capacity.Control;

namespace Infra.Capacity.Simulation;

/// <summary>Something that happened to a model's replicas or a pool's nodes.</summary>
/// <param name="AtMicros">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Subject">Index of the model, or of the pool for what happens to nodes.</param>
/// <param name="From">Replicas asked for, or nodes, before.</param>
/// <param name="To">And after.</param>
/// <param name="Reason">What decided a number of replicas; null for anything else.</param>
public readonly record struct SimulationEvent(long AtMicros, SimulationEventKind Kind, int Subject, int From, int To, ScaleReason? Reason);
