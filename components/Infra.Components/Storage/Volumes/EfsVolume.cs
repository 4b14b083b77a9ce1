using Infra.Components.Serving;
using Infra.Components.Shared;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Efs = Pulumi.Aws.Efs;
using EfsInputs = Pulumi.Aws.Efs.Inputs;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Storage.Volumes;

/// <summary>A file system, an address in every zone, a directory that belongs to the pods' user, and the volume of it.</summary>
internal static class EfsVolume
{
    private const int NfsPort = 2049;

    public static (K8s.Core.V1.PersistentVolumeClaim Claim, Output<string> FileSystemArn) Create(ComponentResource parent, VolumeSpec spec, EfsVolumeArgs args, ComponentResourceOptions? options)
    {
        var group = VolumeSecurityGroup.Create(parent, spec, args.Network, [(NfsPort, NfsPort)], amongItself: false, options);
        var fileSystem = new Efs.FileSystem($"{spec.Name}-file-system", new Efs.FileSystemArgs
        {
            Encrypted = true,
            PerformanceMode = "generalPurpose",
            // Models are read all at once and then for days not at all: nobody can say a rate ahead.
            ThroughputMode = "elastic",
            Tags = { ["Name"] = spec.Args.VolumeName },
        }, Keep(spec, Children.Root(parent, options)));
        _ = new Efs.BackupPolicy($"{spec.Name}-backup", new Efs.BackupPolicyArgs
        {
            FileSystemId = fileSystem.Id,
            BackupPolicyDetails = new EfsInputs.BackupPolicyBackupPolicyArgs { Status = spec.Args.Protect ? "ENABLED" : "DISABLED" },
        }, Keep(spec, Children.Of(parent)));
        var accessPoint = new Efs.AccessPoint($"{spec.Name}-access-point", new Efs.AccessPointArgs
        {
            FileSystemId = fileSystem.Id,
            // Whoever a pod is, its files belong to the user of all our pods, none of which is root.
            PosixUser = new EfsInputs.AccessPointPosixUserArgs { Uid = PodSecurity.User, Gid = PodSecurity.User },
            RootDirectory = new EfsInputs.AccessPointRootDirectoryArgs
            {
                Path = "/models",
                CreationInfo = new EfsInputs.AccessPointRootDirectoryCreationInfoArgs { OwnerUid = PodSecurity.User, OwnerGid = PodSecurity.User, Permissions = "0755" },
            },
        }, Keep(spec, Children.Of(parent)));
        var addresses = args.Network.Zones.Select(zone => new Efs.MountTarget($"{spec.Name}-address-{zone.Name}", new Efs.MountTargetArgs
        {
            FileSystemId = fileSystem.Id,
            SubnetId = zone.SubnetId,
            SecurityGroups = group.Id,
        }, Keep(spec, Children.Of(parent)))).ToArray<Resource>();
        var claim = VolumeClaims.Static(parent, spec, new CoreV1.PersistentVolumeSpecArgs
        {
            Csi = new CoreV1.CSIPersistentVolumeSourceArgs
            {
                // The driver encrypts what goes over the network unasked (aws-efs-csi-driver, docs/README.md, encryptInTransit).
                Driver = "efs.csi.aws.com",
                VolumeHandle = Output.Format($"{fileSystem.Id}::{accessPoint.Id}"),
            },
            // Without an address in its zone a pod would wait for the mount.
        }, Children.Root(parent, options, addresses));
        return (claim, fileSystem.Arn);
    }

    private static CustomResourceOptions Keep(VolumeSpec spec, CustomResourceOptions options)
    {
        options.Protect = spec.Args.Protect;
        options.RetainOnDelete = spec.Args.Protect;
        return options;
    }
}
