using System.Collections.Immutable;

namespace Infra.Core.Resilience;

/// <summary>A pool as a drain sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Zones">Zones that its nodes may stand in.</param>
/// <param name="Nodes">Nodes that it can have, whoever adds them.</param>
/// <param name="Node">What the smallest of its nodes offers beside its daemon sets.</param>
public sealed record DrainPool(string Name, ImmutableArray<string> Zones, int Nodes, NodeSpace Node);
