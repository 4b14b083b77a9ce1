using System.Collections.Immutable;
using Infra.Components.Nodes;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>
/// The CPU nodes of a new cluster that controllers and add-ons run on. They have no taint: pools of GPUs repel whatever asks for none, and it
/// lands here.
/// </summary>
public sealed record SystemPoolConfig : IConfigRules
{
    /// <summary>EC2 instance types without accelerators. Default: m6i.large. Changing them replaces the nodes, new ones first.</summary>
    public ImmutableArray<string> InstanceTypes { get; init; } = [];

    /// <summary>EKS AMI type. Default: AL2023_x86_64_STANDARD.</summary>
    public string AmiType { get; init; } = SystemNodePoolArgs.DefaultAmiType;

    /// <summary>AMI release version, in quotes. Default: none; EKS then takes the newest when it creates the pool, and again whenever the pool's launch template changes.</summary>
    [Matches("[0-9]+[.][0-9]+[.][0-9]+-([0-9]{8}|[0-9a-f]{8})", "a release version in quotes, such as \"1.35.0-20261101\" (AL2023) or \"1.26.1-943d9a41\" (Bottlerocket)")]
    public string? AmiReleaseVersion { get; init; }

    /// <summary>
    /// Fewest nodes; they hold all controllers and add-ons. Default: 2, so that one may go. Where Cluster Autoscaler runs, EKS refuses a minimum above the
    /// present size: scale the node group up first.
    /// </summary>
    [InRange(Min = 1, Max = 100)]
    public int Min { get; init; } = SystemNodePoolArgs.DefaultMinSize;

    /// <summary>Most nodes, for what else lands here. Default: 4. Counts only with <c>nodeAutoscaling.kind: clusterAutoscaler</c>.</summary>
    [InRange(Min = 1, Max = 100)]
    public int Max { get; init; } = SystemNodePoolArgs.DefaultMaxSize;

    /// <summary>Root volume of every node in whole GiB. Default: 50Gi.</summary>
    [InRange<ByteSize>(Min = "20Gi", Max = "16Ti")]
    public ByteSize RootVolume { get; init; } = ByteSize.FromGibibytes(SystemNodePoolArgs.DefaultRootVolumeGiB);

    /// <summary>Further labels of the nodes.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The instance types, or the default.</summary>
    internal ImmutableArray<string> Types() => InstanceTypes.IsEmpty ? [SystemNodePoolArgs.DefaultInstanceType] : InstanceTypes;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Max < Min)
        {
            problems.Add(ConfigPath.Key(path, "max"), $"{Max} is less than min, which is {Min}");
        }

        if (RootVolume.Bytes % ByteSize.FromGibibytes(1).Bytes != 0)
        {
            problems.Add(ConfigPath.Key(path, "rootVolume"), $"{RootVolume} is no whole number of GiB, which EBS asks for");
        }
    }
}
