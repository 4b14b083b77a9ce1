using Infra.Components.Shared;
using Infra.Core.Storage;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Storage.Volumes;

/// <summary>The volume of a server that is there.</summary>
internal static class NfsVolume
{
    public static K8s.Core.V1.PersistentVolumeClaim Create(ComponentResource parent, VolumeSpec spec, NfsVolumeArgs args, ComponentResourceOptions? options) =>
        VolumeClaims.Static(parent, spec, new CoreV1.PersistentVolumeSpecArgs
        {
            // One port instead of four, so that a firewall can tell; a server that is away makes pods wait, not fail.
            MountOptions = { "nfsvers=4.1", "hard" },
            Nfs = new CoreV1.NFSVolumeSourceArgs { Server = args.Server, Path = args.Path, ReadOnly = spec.Access == VolumeAccess.ReadOnlyMany },
        }, Children.Root(parent, options));
}
