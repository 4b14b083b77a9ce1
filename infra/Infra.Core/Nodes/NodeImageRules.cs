using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Core.Catalog;
using Infra.Core.Configuration;

namespace Infra.Core.Nodes;

/// <summary>What ways of images to nodes an AMI has, and what excludes what.</summary>
public static partial class NodeImageRules
{
    /// <summary>
    /// Throughput in MiB/s under which pulling in parallel gains nothing: layers are buffered on the disk, and AWS saw slower pulls (aws-samples/karpenter-blueprints,
    /// blueprints/soci-snapshotter; docs.convox.com, "fast_image_pull_enable").
    /// </summary>
    public const int LeastThroughput = 600;

    // amazon-eks-ami, nodeadm, internal/containerd/config.go: on less, and under 7 GiB of memory, which no type with an accelerator has, it ignores the feature gate.
    private const int LeastVcpusOnAl2023 = 4;

    // aws-samples/karpenter-blueprints, blueprints/soci-snapshotter: AL2023 since v20250821, Bottlerocket since v1.44.0.
    private const int FirstAl2023 = 20250821;
    private static readonly Version _firstBottlerocket = new(1, 44, 0);

    /// <summary>Checks a pool and adds everything that is wrong.</summary>
    /// <param name="path">Path of the pool.</param>
    /// <param name="spec">The pool.</param>
    /// <param name="types">Its instance types, as far as they are right.</param>
    /// <param name="ami">AMI type of the nodes; null where that is wrong itself.</param>
    /// <param name="problems">Where the problems go.</param>
    public static void Check(string path, NodePoolSpec spec, IReadOnlyList<InstanceType> types, AmiType? ami, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(problems);
        var images = ConfigPath.Key(path, "images");
        if (spec.Images.ParallelPull)
        {
            CheckParallelPull(ConfigPath.Key(images, "parallelPull"), spec, types, ami, problems);
        }

        if (spec.Images.Snapshot is { } snapshot)
        {
            CheckSnapshot(ConfigPath.Key(images, "snapshot"), snapshot, spec, ami, problems);
        }

        var rate = ConfigPath.Key(images, "snapshotRate");
        if (spec.Images is { Snapshot: null, SnapshotRate: not null })
        {
            problems.Add(rate, "there is no snapshot that the volume would be filled from; remove it, or name a snapshot");
        }
        else if (spec.Images.SnapshotRate is < NodeImages.LeastSnapshotRate or > NodeImages.MostSnapshotRate)
        {
            problems.Add(rate, $"{spec.Images.SnapshotRate} is not between {NodeImages.LeastSnapshotRate} and {NodeImages.MostSnapshotRate} MiB/s");
        }
    }

    private static void CheckParallelPull(string path, NodePoolSpec spec, IReadOnlyList<InstanceType> types, AmiType? ami, ConfigProblems problems)
    {
        if (!spec.LocalNvme && (spec.RootVolumeThroughput ?? VolumePerformanceRules.BaselineThroughput) is < LeastThroughput and var throughput)
        {
            problems.Add(
                path,
                $"layers are buffered on the disk, and at {throughput} MiB/s pulling them side by side is slower than one after the other; set rootVolumeThroughput: {LeastThroughput} or more, or localNvme: true");
        }

        if (ami is { IsBottlerocket: false } && types.FirstOrDefault(type => type.Vcpus < LeastVcpusOnAl2023) is { } small)
        {
            problems.Add(
                path, $"{ami.Name} takes no notice of it on {small.Name}, which has {small.Vcpus} vCPUs; leave types of fewer than {LeastVcpusOnAl2023} out, or use a Bottlerocket image");
        }

        if (ami is not null && spec.AmiRelease is { } release && IsTooOld(ami, release))
        {
            problems.Add(path, $"the AMI release {release} has no such snapshotter; name one from {(ami.IsBottlerocket ? $"{_firstBottlerocket}" : $"{FirstAl2023}")} on");
        }
    }

    private static void CheckSnapshot(string path, string snapshot, NodePoolSpec spec, AmiType? ami, ConfigProblems problems)
    {
        if (!SnapshotId().IsMatch(snapshot))
        {
            problems.Add(path, $"{Shown.Quoted(snapshot)} is no EBS snapshot; allowed: snap- and 8 or 17 hexadecimal digits");
        }

        if (ami is { IsBottlerocket: false })
        {
            problems.Add(
                path,
                $"{ami.Name} keeps images on the volume of the operating system, which is made from the AMI; use a Bottlerocket image, which has a volume of its own for them, or images.parallelPull");
        }

        if (spec.LocalNvme)
        {
            problems.Add(path, "images are on the local NVMe disks, which start empty; remove localNvme or the snapshot");
        }

        if (spec.Images.ParallelPull)
        {
            problems.Add(path, "the snapshot was written by containerd's own snapshotter, and Bottlerocket deletes what another one left; remove images.parallelPull or the snapshot");
        }
    }

    private static bool IsTooOld(AmiType ami, string release)
    {
        if (ami.IsBottlerocket)
        {
            return Bottlerocket().Match(release) is { Success: true } version && Version.Parse(version.Groups[1].Value) < _firstBottlerocket;
        }

        return Al2023().Match(release) is { Success: true } date && int.Parse(date.Groups[1].Value, CultureInfo.InvariantCulture) < FirstAl2023;
    }

    [GeneratedRegex(@"\Asnap-([0-9a-f]{8}|[0-9a-f]{17})\z")]
    private static partial Regex SnapshotId();

    [GeneratedRegex(@"\Av?([0-9]+[.][0-9]+[.][0-9]+)(-[0-9a-f]{8})?\z")]
    private static partial Regex Bottlerocket();

    [GeneratedRegex(@"(?:-|\Av)([0-9]{8})\z")]
    private static partial Regex Al2023();
}
