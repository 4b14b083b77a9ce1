using System.Globalization;
using Infra.Core.Nodes;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using StorageV1 = Pulumi.Kubernetes.Types.Inputs.Storage.V1;

namespace Infra.Components.Storage.Volumes;

/// <summary>A storage class for encrypted gp3 disks, by the driver of the add-on or by that of EKS Auto Mode.</summary>
internal static class EbsClass
{
    /// <summary>The class.</summary>
    /// <param name="metadata">Its metadata.</param>
    /// <param name="autoMode">Whether EKS Auto Mode makes the disks.</param>
    /// <param name="protect">Whether a disk outlives its claim.</param>
    /// <param name="zone">Zone of the disks; null for that of the first pod.</param>
    /// <param name="iops">Their IOPS; null for gp3's own.</param>
    /// <param name="throughput">Their throughput in MiB/s; null for gp3's own.</param>
    public static StorageV1.StorageClassArgs For(Meta.ObjectMetaArgs metadata, bool autoMode, bool protect, string? zone = null, int? iops = null, int? throughput = null)
    {
        var parameters = new InputMap<string> { ["type"] = "gp3", ["encrypted"] = "true" };
        Add(parameters, "iops", iops);
        Add(parameters, "throughput", throughput);
        var args = new StorageV1.StorageClassArgs
        {
            Metadata = metadata,
            // EKS user guide, "Create a storage class": Auto Mode's driver and the add-on each look after their own volumes only.
            Provisioner = autoMode ? "ebs.csi.eks.amazonaws.com" : "ebs.csi.aws.com",
            Parameters = parameters,
            AllowVolumeExpansion = true,
            ReclaimPolicy = protect ? "Retain" : "Delete",
            // The scheduler finds a node first; a disk made at once could lie where no node has room.
            VolumeBindingMode = "WaitForFirstConsumer",
        };
        var places = new CoreV1.TopologySelectorTermArgs();
        Add(places, NodeLabels.Zone, zone);
        // The driver is on its own nodes alone, and a pod on another one would wait for its disk for ever.
        Add(places, NodeLabels.ComputeType, autoMode ? "auto" : null);
        if (zone is not null || autoMode)
        {
            args.AllowedTopologies.Add(places);
        }

        return args;
    }

    private static void Add(InputMap<string> parameters, string key, int? value)
    {
        if (value is { } number)
        {
            parameters[key] = number.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static void Add(CoreV1.TopologySelectorTermArgs places, string key, string? value)
    {
        if (value is not null)
        {
            places.MatchLabelExpressions.Add(new CoreV1.TopologySelectorLabelRequirementArgs { Key = key, Values = value });
        }
    }
}
