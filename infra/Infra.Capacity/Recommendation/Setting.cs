using Infra.Core.Nodes;

namespace Infra.Capacity.Recommendation;

/// <summary>A way to run a model that is tried.</summary>
/// <param name="InstanceType">Type of its pool's nodes.</param>
/// <param name="CapacityType">Whether EC2 may take them back.</param>
/// <param name="Min">Fewest replicas.</param>
/// <param name="Max">Most replicas; the same where the number is fixed.</param>
/// <param name="SharedBy">Replicas that share a GPU by time-slicing; 1 for none.</param>
public sealed record Setting(string InstanceType, CapacityType CapacityType, int Min, int Max, int SharedBy = 1)
{
    /// <summary>Replicas, for people.</summary>
    public string Replicas => Min == Max ? $"{Min}" : $"{Min} to {Max}";
}
