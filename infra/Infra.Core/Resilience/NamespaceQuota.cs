using System.Collections.Immutable;

namespace Infra.Core.Resilience;

/// <summary>What the pods of a namespace may take together.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Name">Name of the ResourceQuota.</param>
/// <param name="Cpu">Thousandths of a core that may be requested; null for no limit.</param>
/// <param name="Memory">Bytes that may be requested; null for no limit.</param>
/// <param name="Pods">Pods; null for no limit.</param>
/// <param name="Devices">Devices that may be requested, by their resource.</param>
public sealed record NamespaceQuota(string Namespace, string Name, long? Cpu, long? Memory, long? Pods, ImmutableSortedDictionary<string, long> Devices);
