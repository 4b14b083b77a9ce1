using System.Collections.Immutable;
using Infra.Capacity.Recommendation;
using Infra.Core.Nodes;
using Infra.Stacks;
using Infra.Stacks.Configuration;

namespace Infra.Cli.Capacity;

/// <summary>The pools that a model may run on, and those beside them that differ in nothing but how their nodes are bought.</summary>
internal sealed class ModelPools
{
    private static readonly ImmutableArray<int> _bases = [1, 2, 4];

    private readonly PoolConfig? _spot;
    private readonly PoolConfig? _onDemand;

    public ModelPools(PlatformSettings settings, ModelConfig model)
    {
        Own = [.. model.Pools.Select(name => settings.Pools.First(pool => pool.Name == name))];
        var first = Own[0];
        var candidates = Own.Where(IsManaged).Concat(settings.Pools.Where(pool => !Own.Contains(pool) && IsManaged(pool) && pool.InstanceTypes.SequenceEqual(first.InstanceTypes))).ToList();
        _spot = candidates.Find(pool => pool.CapacityType == CapacityType.Spot);
        _onDemand = candidates.Find(pool => pool.CapacityType == CapacityType.OnDemand && pool.Reservation is null);
    }

    /// <summary>The model's own, in order of preference.</summary>
    public ImmutableArray<PoolConfig> Own { get; }

    public PoolConfig First => Own[0];

    /// <summary>Whether there is a pool of either kind, so that they can be mixed.</summary>
    public bool CanMix => _spot is not null && _onDemand is not null;

    /// <summary>The pools of a way to buy nodes, in order of preference, each with how its nodes are bought then.</summary>
    public ImmutableArray<(PoolConfig Pool, CapacityType Capacity)> Of(NodePurchase purchase)
    {
        // Without a pool of the kind the first becomes one.
        var (spot, onDemand) = ((_spot ?? First, CapacityType.Spot), (_onDemand ?? First, CapacityType.OnDemand));
        return purchase.Kind switch
        {
            PurchaseKind.Spot => [spot],
            PurchaseKind.OnDemand => [onDemand],
            PurchaseKind.SpotFirst => [spot, onDemand],
            PurchaseKind.OnDemandFirst => [onDemand, spot],
            _ => [.. Own.Select(pool => (pool, pool.CapacityType))],
        };
    }

    /// <summary>The ways to buy nodes that can be tried.</summary>
    /// <param name="isShared">Whether others run on a pool: its capacity is theirs, too.</param>
    public IEnumerable<NodePurchase> Purchases(Func<PoolConfig, bool> isShared)
    {
        if (!CanMix)
        {
            return [NodePurchase.Spot, NodePurchase.OnDemand];
        }

        return
        [
            NodePurchase.OnDemand, NodePurchase.SpotFirst,
            .. isShared(_onDemand!) ? [NodePurchase.OnDemandFirst()] : _bases.Where(nodes => nodes >= _onDemand!.Capacity?.Min).Select(nodes => NodePurchase.OnDemandFirst(nodes)),
        ];
    }

    /// <summary>Whether the stack launches its nodes.</summary>
    public static bool IsManaged(PoolConfig pool) => pool is { ExistingNodes: null, InstanceTypes.IsEmpty: false };
}
