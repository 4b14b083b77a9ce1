namespace Infra.Core.Nodes;

/// <summary>A priority class of Kubernetes.</summary>
/// <param name="Name">Its name, unique in the cluster.</param>
/// <param name="Value">Greater goes first; user classes stay below 1,000,000,000.</param>
/// <param name="Preempts">Whether its pods may push out pods of less priority.</param>
/// <param name="Description">What it is for.</param>
public sealed record PriorityClassSpec(string Name, int Value, bool Preempts, string Description);
