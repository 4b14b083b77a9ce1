using System.Globalization;
using Infra.Components.Shared;
using Infra.Core.Nodes;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using StorageV1 = Pulumi.Kubernetes.Types.Inputs.Storage.V1;

namespace Infra.Components.Storage.Volumes;

/// <summary>A storage class for one disk, because the class decides its zone, and the claim.</summary>
internal static class EbsVolume
{
    public static K8s.Core.V1.PersistentVolumeClaim Create(ComponentResource parent, VolumeSpec spec, EbsVolumeArgs args, ComponentResourceOptions? options)
    {
        var parameters = new InputMap<string> { ["type"] = "gp3", ["encrypted"] = "true" };
        Add(parameters, "iops", args.Iops);
        Add(parameters, "throughput", args.Throughput);
        var storageClass = new K8s.Storage.V1.StorageClass($"{spec.Name}-class", new StorageV1.StorageClassArgs
        {
            Metadata = spec.Global(),
            // EKS user guide, "Create a storage class": Auto Mode's driver and the add-on each look after their own volumes only.
            Provisioner = args.AutoMode ? "ebs.csi.eks.amazonaws.com" : "ebs.csi.aws.com",
            Parameters = parameters,
            MountOptions = spec.Args.MountOptions,
            AllowVolumeExpansion = true,
            ReclaimPolicy = spec.Args.Protect ? "Retain" : "Delete",
            // The scheduler finds a node first; a disk made at once could lie where no node has room.
            VolumeBindingMode = "WaitForFirstConsumer",
            AllowedTopologies =
            {
                new CoreV1.TopologySelectorTermArgs { MatchLabelExpressions = { new CoreV1.TopologySelectorLabelRequirementArgs { Key = NodeLabels.Zone, Values = args.Zone } } },
            },
        }, Children.Root(parent, options));
        return VolumeClaims.OfClass(spec, spec.GlobalName, Children.Of(parent, storageClass));
    }

    private static void Add(InputMap<string> parameters, string key, int? value)
    {
        if (value is { } number)
        {
            parameters[key] = number.ToString(CultureInfo.InvariantCulture);
        }
    }
}
