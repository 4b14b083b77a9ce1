using System.Collections.Immutable;
using Infra.Core.Nodes;

namespace Infra.Capacity.Recommendation;

/// <summary>The settings of one kind, from few replicas to many: once one keeps the goal, those with more only cost more.</summary>
public static class SettingLadder
{
    private static readonly ImmutableArray<int> _counts = [1, 2, 3, 4, 6, 8];

    /// <summary>The ladders that are tried, each upwards.</summary>
    /// <param name="instanceTypes">Types of nodes, the cheapest first.</param>
    /// <param name="capacityTypes">Whether EC2 may take nodes back.</param>
    /// <param name="scales">Whether a scaler counts the replicas: then each number is tried as the most of what grows from one, and as the least of what grows to twice as many.</param>
    /// <param name="mayShare">Whether replicas may share a GPU.</param>
    public static IEnumerable<ImmutableArray<Setting>> Of(IReadOnlyList<string> instanceTypes, IReadOnlyList<CapacityType> capacityTypes, bool scales, bool mayShare)
    {
        ArgumentNullException.ThrowIfNull(instanceTypes);
        return from type in instanceTypes
               from capacity in capacityTypes
               from shared in (int[])(mayShare ? [1, 2, 4] : [1])
               from ladder in scales
                   ? (ImmutableArray<Setting>[])[[.. _counts.Skip(1).Select(count => new Setting(type, capacity, 1, count, shared))], [.. _counts.Select(count => new Setting(type, capacity, count, count * 2, shared))]]
                   : [[.. _counts.Select(count => new Setting(type, capacity, count, count, shared))]]
               select ladder;
    }
}
