using Infra.Components.Shared;
using Infra.Core.Storage;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Fsx = Pulumi.Aws.Fsx;
using FsxInputs = Pulumi.Aws.Fsx.Inputs;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Storage.Volumes;

/// <summary>A file system, its link to a bucket, and the volume of it.</summary>
internal static class LustreVolume
{
    // FSx for Lustre user guide, "File system access control with Amazon VPC": from nodes, among its servers, and from these back to nodes.
    private static readonly (int, int)[] _ports = [(988, 988), (1018, 1023)];

    private static readonly string[] _imported = ["NEW", "CHANGED", "DELETED"];

    // What a job deletes here stays in the bucket.
    private static readonly string[] _exported = ["NEW", "CHANGED"];

    // What the Lustre clients of AL2023 speak.
    private const string LustreVersion = "2.15";

    public static K8s.Core.V1.PersistentVolumeClaim Create(ComponentResource parent, VolumeSpec spec, LustreVolumeArgs args, ComponentResourceOptions? options)
    {
        var group = VolumeSecurityGroup.Create(parent, spec, args.Network, _ports, amongItself: true, options);
        var fileSystem = new Fsx.LustreFileSystem($"{spec.Name}-file-system", FileSystem(spec, args, group.Id), Keep(spec, Children.Root(parent, options)));
        var link = new Fsx.DataRepositoryAssociation($"{spec.Name}-link", new Fsx.DataRepositoryAssociationArgs
        {
            FileSystemId = fileSystem.Id,
            FileSystemPath = "/",
            DataRepositoryPath = Output.Format($"s3://{args.BucketName}/{args.Path}"),
            // Names and sizes at once, contents when they are first read.
            BatchImportMetaDataOnCreate = true,
            S3 = new FsxInputs.DataRepositoryAssociationS3Args
            {
                AutoImportPolicy = new FsxInputs.DataRepositoryAssociationS3AutoImportPolicyArgs { Events = _imported },
                AutoExportPolicy = spec.Access == VolumeAccess.ReadWriteMany
                    ? new FsxInputs.DataRepositoryAssociationS3AutoExportPolicyArgs { Events = _exported }
                    : (Input<FsxInputs.DataRepositoryAssociationS3AutoExportPolicyArgs>?)null,
            },
        }, Keep(spec, Children.Of(parent)));
        return VolumeClaims.Static(parent, spec, new CoreV1.PersistentVolumeSpecArgs
        {
            MountOptions = { "flock" },
            Csi = new CoreV1.CSIPersistentVolumeSourceArgs
            {
                Driver = "fsx.csi.aws.com",
                VolumeHandle = fileSystem.Id,
                VolumeAttributes = { ["dnsname"] = fileSystem.DnsName, ["mountname"] = fileSystem.MountName },
            },
            // Before the link there is nothing to read.
        }, Children.Root(parent, options, link));
    }

    private static Fsx.LustreFileSystemArgs FileSystem(VolumeSpec spec, LustreVolumeArgs args, Input<string> group) => new()
    {
        SubnetIds = args.Network.Zones[0].SubnetId,
        SecurityGroupIds = group,
        FileSystemTypeVersion = LustreVersion,
        StorageType = "SSD",
        StorageCapacity = LustreRules.GiB(spec.Size),
        DeploymentType = args.Throughput is null ? "SCRATCH_2" : "PERSISTENT_2",
        PerUnitStorageThroughput = args.Throughput is { } throughput ? (Input<int>)throughput : (Input<int>?)null,
        DataCompressionType = "LZ4",
        // A file system with a link has no backups; the bucket is the backup.
        SkipFinalBackup = true,
        Tags = { ["Name"] = spec.Args.VolumeName },
    };

    private static CustomResourceOptions Keep(VolumeSpec spec, CustomResourceOptions options)
    {
        options.Protect = spec.Args.Protect;
        options.RetainOnDelete = spec.Args.Protect;
        return options;
    }
}
