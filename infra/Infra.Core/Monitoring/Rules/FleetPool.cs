using System.Collections.Immutable;

namespace Infra.Core.Monitoring.Rules;

/// <summary>A pool, as rules see it: by the label <c>gpu-inference/pool</c> of its nodes.</summary>
/// <param name="Name">Its name, the value of the label.</param>
/// <param name="Resources">What its nodes advertise of accelerators, such as <c>nvidia.com/gpu</c>; empty for nodes without.</param>
/// <param name="UsdPerHour">List price on demand of those of its instance types whose price is known, in US dollars per hour.</param>
public sealed record FleetPool(string Name, ImmutableArray<string> Resources, ImmutableSortedDictionary<string, double> UsdPerHour);
