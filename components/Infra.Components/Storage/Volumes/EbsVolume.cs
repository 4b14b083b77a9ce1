using Infra.Components.Shared;
using Pulumi;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Storage.Volumes;

/// <summary>A storage class for one disk, because the class decides its zone, and the claim.</summary>
internal static class EbsVolume
{
    public static K8s.Core.V1.PersistentVolumeClaim Create(ComponentResource parent, VolumeSpec spec, EbsVolumeArgs args, ComponentResourceOptions? options)
    {
        var storage = EbsClass.For(spec.Global(), args.AutoMode, spec.Args.Protect, args.Zone, args.Iops, args.Throughput);
        storage.MountOptions = spec.Args.MountOptions;
        var storageClass = new K8s.Storage.V1.StorageClass($"{spec.Name}-class", storage, Children.Root(parent, options));
        return VolumeClaims.OfClass(spec, spec.GlobalName, Children.Of(parent, storageClass));
    }
}
