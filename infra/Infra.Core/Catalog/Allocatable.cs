using Infra.Core.Units;

namespace Infra.Core.Catalog;

/// <summary>What a node of an instance type offers to pods, daemon sets included.</summary>
/// <param name="Cpu">CPU after the kubelet's reservation.</param>
/// <param name="Memory">Memory after the kubelet's reservation and the hard eviction threshold.</param>
/// <param name="Pods">The greatest number of pods.</param>
/// <param name="Basis">How well <paramref name="Memory"/> is known; CPU and pods are exact.</param>
public sealed record Allocatable(CpuQuantity Cpu, ByteSize Memory, int Pods, FactBasis Basis);
