namespace Infra.Capacity.Simulation;

/// <summary>A pool's nodes from a time on.</summary>
/// <param name="AtMicros">From when on.</param>
/// <param name="Ready">Nodes that take pods.</param>
/// <param name="Launching">Nodes that were asked for and don't take pods yet.</param>
public readonly record struct NodeStep(long AtMicros, int Ready, int Launching);
