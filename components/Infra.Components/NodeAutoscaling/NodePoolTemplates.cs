using System.Collections.Immutable;
using System.Globalization;
using Infra.Components.NodeAutoscaling.Resources;
using Infra.Components.Shared;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.NodeAutoscaling;

/// <summary>Parts of a <see cref="NodePool"/> that Karpenter and EKS Auto Mode share.</summary>
internal static class NodePoolTemplates
{
    // Waits for what the object owns: without it the pool is gone while its nodes run on, and nobody takes those away.
    private const string DeletionPolicy = "pulumi.com/deletionPropagationPolicy";

    /// <summary>Longest time that a pool's nodes may take to drain when the pool goes.</summary>
    public static CustomTimeouts Timeouts { get; } = new() { Delete = TimeSpan.FromMinutes(45) };

    /// <summary>Metadata of a cluster-wide object that owns instances.</summary>
    public static ObjectMetaArgs Owner(string name) =>
        new() { Name = name, Labels = ManagedBy.Owned, Annotations = { [DeletionPolicy] = "foreground" } };

    /// <summary>What an instance must be.</summary>
    public static InputList<NodeRequirementArgs> Requirements(LaunchedPoolArgs args, CpuArchitecture architecture)
    {
        var requirements = new InputList<NodeRequirementArgs>
        {
            In("node.kubernetes.io/instance-type", args.InstanceTypes),
            In("kubernetes.io/arch", [architecture.ToKubernetes()]),
            In("karpenter.sh/capacity-type", [CapacityTypeOf(args)]),
        };
        if (args.Zones.Count > 0)
        {
            requirements.Add(In(NodeLabels.Zone, args.Zones));
        }

        return requirements;
    }

    /// <summary>The reserved capacity of a pool; null where it has none.</summary>
    public static InputList<IdSelectorTermArgs>? Reservation(LaunchedPoolArgs args) =>
        args.ReservationId is { } id ? new InputList<IdSelectorTermArgs> { new IdSelectorTermArgs { Id = id } } : null;

    // A capacity block is reserved too (karpenter.sh v1.14, "Utilizing On-Demand Capacity Reservations and Capacity Blocks").
    private static string CapacityTypeOf(LaunchedPoolArgs args) =>
        args.ReservationId is not null ? "reserved" : CapacityTypes.FromEks(args.CapacityType) == CapacityType.Spot ? "spot" : "on-demand";

    /// <summary>A requirement that a label is one of these.</summary>
    public static NodeRequirementArgs In(string key, IEnumerable<string> values) => new() { Key = key, Values = values.ToArray() };

    /// <summary>Something of AWS by its ids, some of which may not be known yet.</summary>
    public static InputList<IdSelectorTermArgs> Ids(InputList<string> ids) =>
        ids.Apply(known => known.Select(id => new IdSelectorTermArgs { Id = id }).ToImmutableArray());

    /// <summary>Taints of the nodes.</summary>
    public static InputList<NodeTaintArgs> Taints(PoolContract contract)
    {
        var taints = new InputList<NodeTaintArgs>();
        foreach (var taint in contract.Taints)
        {
            taints.Add(new NodeTaintArgs { Key = taint.Key, Value = taint.Value.Length == 0 ? null : (Input<string>)taint.Value, Effect = taint.Effect.ToKubernetes() });
        }

        return taints;
    }

    /// <summary>
    /// One node at a time, and only empty ones: a node whose model is still loading has a pod, however idle its GPU. What replaces nodes with
    /// pods on them is drift alone, when image or class change.
    /// </summary>
    public static NodePoolDisruptionArgs Disruption(string consolidateAfter) => new()
    {
        ConsolidationPolicy = "WhenEmpty",
        ConsolidateAfter = consolidateAfter,
        Budgets = { new DisruptionBudgetArgs { Nodes = "1" } },
    };

    /// <summary>What the pool's nodes may have together: as many devices as its most nodes of the largest type.</summary>
    public static ImmutableSortedDictionary<string, string> DeviceLimits(int maxNodes, CheckedNodePool pool) =>
        pool.InstanceTypes.SelectMany(type => AdvertisedDevice.OfAny([type], pool.Sharing))
            .GroupBy(device => device.Resource, device => device.Count)
            .ToImmutableSortedDictionary(
                devices => devices.Key, devices => (maxNodes * devices.Max()).ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
