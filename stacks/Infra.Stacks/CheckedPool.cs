using System.Collections.Immutable;
using Infra.Core.Catalog;

namespace Infra.Stacks;

/// <summary>A pool as the rules of models see it.</summary>
/// <param name="InstanceTypes">Known instance types; empty where the nodes exist already, whose shape nobody told us.</param>
/// <param name="HasDevices">Whether nodes of the pool have GPUs.</param>
internal sealed record CheckedPool(ImmutableArray<InstanceType> InstanceTypes, bool HasDevices);
