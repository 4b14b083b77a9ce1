using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Nodes;

namespace Infra.Planning.Policies.Subjects;

/// <summary>Nodes that a plan makes: a managed node group, or a node pool of Karpenter.</summary>
/// <param name="Subject">What makes them.</param>
public sealed record PolicyPool(PolicySubject Subject)
{
    // Set by kubelet, cloud and autoscaler for each node.
    private static readonly ImmutableArray<string> _given = ["kubernetes.io/", "node.kubernetes.io/", "topology.kubernetes.io/", "topology.k8s.aws/", "beta.kubernetes.io/", "karpenter.", "eks.amazonaws.com/", "failure-domain.beta.kubernetes.io/"];

    /// <summary>Name of the pool in a message.</summary>
    public required string Name { get; init; }

    /// <summary>The labels' place.</summary>
    public required Field Labels { get; init; }

    /// <summary>The taints' place.</summary>
    public required Field TaintField { get; init; }

    /// <summary>Names of its instance types; none where they aren't known or the pool lets others choose.</summary>
    public required ImmutableArray<string> InstanceTypes { get; init; }

    /// <summary>Where they stand.</summary>
    public required Field InstanceTypeField { get; init; }

    /// <summary>Whether Karpenter, or Auto Mode, launches its nodes.</summary>
    public required bool IsKarpenter { get; init; }

    /// <summary>Whether it can be without a node.</summary>
    public required bool CanBeEmpty { get; init; }

    /// <summary>Whether all its nodes are spot.</summary>
    public required bool IsSpot { get; init; }

    /// <summary>Whether the nodes' image brings the device plugin; null where that isn't known.</summary>
    public required bool? BringsDevicePlugin { get; init; }

    /// <summary>Inputs of the component that made it; null for none.</summary>
    public PolicySubject? Component { get; init; }

    /// <summary>Its instance types as the catalogue knows them; unknown ones are left out.</summary>
    public IEnumerable<InstanceType> Types => InstanceTypes.Select(name => InstanceCatalog.Default.TryGet(name, out var type) ? type : null).OfType<InstanceType>();

    /// <summary>Resources of the accelerators of nodes outside EC2; empty for all others. Default: none.</summary>
    public ImmutableArray<string> EdgeDevices { get; init; } = [];

    /// <summary>Whether its nodes have NVIDIA GPUs.</summary>
    public bool HasNvidia => Resources.Contains(ExtendedResources.NvidiaGpu);

    /// <summary>Whether its nodes have accelerators.</summary>
    public bool HasAccelerator => Resources.Any();

    /// <summary>Whether its nodes may have accelerators: nobody knows of a pool that lets others choose its types.</summary>
    public bool MayHaveAccelerator => HasAccelerator || (EdgeDevices.IsEmpty && Types.Count() < Math.Max(1, InstanceTypes.Length));

    /// <summary>How the component that made it shares the GPUs, e.g. <c>TimeSlicing</c>; by the label of the device plugin's configuration where there is no component. Null for whole GPUs.</summary>
    public string? SharingMode => Component?["sharing", "mode"].Text ?? (Labels["nvidia.com/device-plugin.config"].Text?.StartsWith("time-slicing", StringComparison.Ordinal) == true ? nameof(GpuSharingMode.TimeSlicing) : null);

    /// <summary>Most whole or shared GPUs that a pod can have on one node; null where nobody knows.</summary>
    public int? MostPerNode => SharingMode is not null || !EdgeDevices.IsEmpty || MayHaveAccelerator != HasAccelerator ? null : Types.Select(type => type.Accelerator?.Count).DefaultIfEmpty().Max();

    private IEnumerable<string> Resources => Types.Select(type => type.Accelerator?.Model.Resource).OfType<string>().Concat(EdgeDevices);

    /// <summary>Its taints.</summary>
    public IEnumerable<PolicyTaint> Taints => TaintField.Items.Select(PolicyTaint.Of);

    /// <summary>Whether labels or taints aren't known.</summary>
    public bool IsHidden => Labels.IsHidden || TaintField.IsHidden || TaintField.Items.Any(taint => taint.IsHidden || taint["key"].IsHidden || taint["value"].IsHidden);

    /// <summary>Why a pod can't run there; null if nothing is in the way as far as labels and taints go.</summary>
    public string? Refuses(PolicyPod pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        if (Taints.FirstOrDefault(taint => taint.Binds && !pod.Tolerations.Any(toleration => toleration.Covers(taint))) is { } taint)
        {
            return $"{Name} has the taint {taint}";
        }

        return pod.NodeDemands.FirstOrDefault(demand => !MayHave(demand)) is { } missing
            ? Labels[missing.Key].IsAbsent ? $"{Name} has no label {missing.Key}" : $"{Name} has {missing.Key}={Labels[missing.Key].Text}"
            : null;
    }

    private bool MayHave(NodeDemand demand)
    {
        if (demand.Key is "node.kubernetes.io/instance-type" && !InstanceTypes.IsEmpty)
        {
            return demand.Values.IsEmpty || demand.Values.Any(InstanceTypes.Contains);
        }

        var label = Labels[demand.Key];
        return label.IsHidden
            || (label.Text is { } value ? demand.Values.IsEmpty || demand.Values.Contains(value) : IsGiven(demand.Key));
    }

    // Labels of GPU feature discovery come with the node; a rule of their own is about them.
    private static bool IsGiven(string key) => key.StartsWith("nvidia.com/", StringComparison.Ordinal) || _given.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));
}
