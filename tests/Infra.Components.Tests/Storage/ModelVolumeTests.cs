using Infra.Components.Storage;
using Infra.Components.Storage.Volumes;
using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Components.Tests.Storage;

public sealed class ModelVolumeTests
{
    private const string Claim = "kubernetes:core/v1:PersistentVolumeClaim";
    private const string Volume = "kubernetes:core/v1:PersistentVolume";

    [Fact]
    public async Task A_disk_has_a_class_of_its_own_that_says_its_zone()
    {
        var run = await Run(StorageSamples.Ebs());

        Assert.Equal(
            """
            gpu-inference:index:ModelVolume disk
            kubernetes:storage.k8s.io/v1:StorageClass disk-class parent=disk provider=kubernetes
            kubernetes:core/v1:PersistentVolumeClaim disk-claim parent=disk provider=kubernetes after=disk-class protect=True
            """,
            run.Resources());
        JsonAssert.Same(
            $$"""
            {
              "apiVersion": "storage.k8s.io/v1",
              "kind": "StorageClass",
              "metadata": { "name": "models-weights", "labels": {{Labels("ebs")}} },
              "provisioner": "ebs.csi.aws.com",
              "parameters": { "type": "gp3", "encrypted": "true", "iops": "4000", "throughput": "500" },
              "mountOptions": ["noatime"],
              "allowVolumeExpansion": true,
              "reclaimPolicy": "Retain",
              "volumeBindingMode": "WaitForFirstConsumer",
              "allowedTopologies": [{ "matchLabelExpressions": [{ "key": "topology.kubernetes.io/zone", "values": ["eu-central-1a"] }] }]
            }
            """,
            run["kubernetes:storage.k8s.io/v1:StorageClass", "disk-class"].Inputs);
        JsonAssert.Same(ClaimOf("ebs", "ReadWriteOnce", "models-weights", "200Gi"), run[Claim, "disk-claim"].Inputs);
    }

    [Fact]
    public async Task Without_protection_a_disk_goes_with_its_claim()
    {
        var run = await Run(StorageSamples.Ebs(protect: false));

        Assert.Equal("Delete", (string?)run["kubernetes:storage.k8s.io/v1:StorageClass", "disk-class"].Inputs["reclaimPolicy"]);
        Assert.DoesNotContain("protect=True", run.Resources(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EKS_Auto_Mode_has_a_driver_of_its_own_on_its_own_nodes()
    {
        var run = await Run(new ModelVolumeArgs { VolumeName = "w", Namespace = "models", Size = "1Gi", Ebs = new EbsVolumeArgs { Zone = "eu-central-1a", AutoMode = true } });
        var storageClass = run["kubernetes:storage.k8s.io/v1:StorageClass", "disk-class"].Inputs;

        Assert.Equal("ebs.csi.eks.amazonaws.com", (string?)storageClass["provisioner"]);
        JsonAssert.Same(
            """
            [
              {
                "matchLabelExpressions": [
                  { "key": "topology.kubernetes.io/zone", "values": ["eu-central-1a"] },
                  { "key": "eks.amazonaws.com/compute-type", "values": ["auto"] }
                ]
              }
            ]
            """,
            storageClass["allowedTopologies"]);
    }

    [Fact]
    public async Task EFS_has_an_address_in_every_zone_before_anybody_mounts_it() => Assert.Equal(
        """
        gpu-inference:index:ModelVolume disk
        aws:ec2/securityGroup:SecurityGroup disk-security-group parent=disk provider=aws
        aws:efs/fileSystem:FileSystem disk-file-system parent=disk provider=aws protect=True retain=True
        aws:efs/backupPolicy:BackupPolicy disk-backup parent=disk provider=aws protect=True retain=True
        aws:efs/accessPoint:AccessPoint disk-access-point parent=disk provider=aws protect=True retain=True
        aws:efs/mountTarget:MountTarget disk-address-eu-central-1a parent=disk provider=aws protect=True retain=True
        aws:efs/mountTarget:MountTarget disk-address-eu-central-1b parent=disk provider=aws protect=True retain=True
        kubernetes:core/v1:PersistentVolume disk-volume parent=disk provider=kubernetes after=disk-address-eu-central-1a,disk-address-eu-central-1b
        kubernetes:core/v1:PersistentVolumeClaim disk-claim parent=disk provider=kubernetes after=disk-volume
        """,
        (await Run(StorageSamples.Efs())).Resources());

    [Theory]
    [InlineData("aws:ec2/securityGroup:SecurityGroup", "disk-security-group", """{ "description": "The volume weights, for nodes of the cluster", "vpcId": "vpc-1", "ingress": [{ "protocol": "tcp", "fromPort": 2049, "toPort": 2049, "securityGroups": ["sg-nodes"], "self": false }] }""")]
    [InlineData("aws:efs/fileSystem:FileSystem", "disk-file-system", """{ "encrypted": true, "performanceMode": "generalPurpose", "throughputMode": "elastic", "tags": { "Name": "weights" } }""")]
    [InlineData("aws:efs/backupPolicy:BackupPolicy", "disk-backup", """{ "fileSystemId": "disk-file-system-id", "backupPolicy": { "status": "ENABLED" } }""")]
    [InlineData("aws:efs/accessPoint:AccessPoint", "disk-access-point", """{ "fileSystemId": "disk-file-system-id", "posixUser": { "uid": 10001, "gid": 10001 }, "rootDirectory": { "path": "/models", "creationInfo": { "ownerUid": 10001, "ownerGid": 10001, "permissions": "0755" } } }""")]
    [InlineData("aws:efs/mountTarget:MountTarget", "disk-address-eu-central-1b", """{ "fileSystemId": "disk-file-system-id", "subnetId": "subnet-b", "securityGroups": ["disk-security-group-id"] }""")]
    public async Task EFS_is(string type, string name, string inputs) => JsonAssert.Same(inputs, (await Run(StorageSamples.Efs()))[type, name].Inputs);

    [Fact]
    public async Task EFS_is_mounted_by_its_access_point()
    {
        var run = await Run(StorageSamples.Efs());

        JsonAssert.Same(VolumeOf("efs", "ReadWriteMany", "500Gi", """ "csi": { "driver": "efs.csi.aws.com", "volumeHandle": "disk-file-system-id::disk-access-point-id" } """), run[Volume, "disk-volume"].Inputs);
        JsonAssert.Same(ClaimOf("efs", "ReadWriteMany", "", "500Gi", "models-weights"), run[Claim, "disk-claim"].Inputs);
    }

    [Fact]
    public async Task Lustre_is_linked_to_its_bucket_before_anybody_mounts_it()
    {
        var run = await Run(StorageSamples.Lustre());

        Assert.Equal(
            """
            gpu-inference:index:ModelVolume disk
            aws:ec2/securityGroup:SecurityGroup disk-security-group parent=disk provider=aws
            aws:fsx/lustreFileSystem:LustreFileSystem disk-file-system parent=disk provider=aws protect=True retain=True
            aws:fsx/dataRepositoryAssociation:DataRepositoryAssociation disk-link parent=disk provider=aws protect=True retain=True
            kubernetes:core/v1:PersistentVolume disk-volume parent=disk provider=kubernetes after=disk-link
            kubernetes:core/v1:PersistentVolumeClaim disk-claim parent=disk provider=kubernetes after=disk-volume
            """,
            run.Resources());
        JsonAssert.Same(
            """
            {
              "subnetIds": "subnet-a", "securityGroupIds": ["disk-security-group-id"], "fileSystemTypeVersion": "2.15", "storageType": "SSD", "storageCapacity": 2400,
              "deploymentType": "PERSISTENT_2", "perUnitStorageThroughput": 250, "dataCompressionType": "LZ4", "skipFinalBackup": true, "tags": { "Name": "weights" }
            }
            """,
            run["aws:fsx/lustreFileSystem:LustreFileSystem", "disk-file-system"].Inputs);
        JsonAssert.Same(
            """
            {
              "fileSystemId": "disk-file-system-id", "fileSystemPath": "/", "dataRepositoryPath": "s3://models-bucket/llm", "batchImportMetaDataOnCreate": true,
              "s3": { "autoImportPolicy": { "events": ["NEW", "CHANGED", "DELETED"] } }
            }
            """,
            run["aws:fsx/dataRepositoryAssociation:DataRepositoryAssociation", "disk-link"].Inputs);
        JsonAssert.Same(
            """
            [
              { "protocol": "tcp", "fromPort": 988, "toPort": 988, "securityGroups": ["sg-nodes"], "self": true },
              { "protocol": "tcp", "fromPort": 1018, "toPort": 1023, "securityGroups": ["sg-nodes"], "self": true }
            ]
            """,
            run["aws:ec2/securityGroup:SecurityGroup", "disk-security-group"].Inputs["ingress"]);
        JsonAssert.Same(
            VolumeOf(
                "lustre",
                "ReadOnlyMany",
                "2400Gi",
                """ "mountOptions": ["flock"], "csi": { "driver": "fsx.csi.aws.com", "volumeHandle": "disk-file-system-id", "volumeAttributes": { "dnsname": "fs.example", "mountname": "abc" } } """),
            run[Volume, "disk-volume"].Inputs);
    }

    [Fact]
    public async Task Lustre_for_writing_sends_files_back_and_scratch_has_no_throughput()
    {
        var run = await Run(StorageSamples.Lustre("ReadWriteMany", throughput: null));
        var fileSystem = run["aws:fsx/lustreFileSystem:LustreFileSystem", "disk-file-system"].Inputs;

        Assert.Equal(("SCRATCH_2", null), ((string?)fileSystem["deploymentType"], (int?)fileSystem["perUnitStorageThroughput"]));
        JsonAssert.Same("""{ "events": ["NEW", "CHANGED"] }""", run["aws:fsx/dataRepositoryAssociation:DataRepositoryAssociation", "disk-link"].Inputs.SelectToken("s3.autoExportPolicy"));
    }

    [Theory]
    [InlineData(null, "ReadWriteMany", false)]
    [InlineData("ReadOnlyMany", "ReadOnlyMany", true)]
    public async Task NFS_is_mounted_as_it_is(string? mode, string access, bool readOnly)
    {
        var run = await Run(StorageSamples.Nfs(mode));

        Assert.Equal(
            """
            gpu-inference:index:ModelVolume disk
            kubernetes:core/v1:PersistentVolume disk-volume parent=disk provider=kubernetes
            kubernetes:core/v1:PersistentVolumeClaim disk-claim parent=disk provider=kubernetes after=disk-volume
            """,
            run.Resources());
        JsonAssert.Same(
            VolumeOf("nfs", access, "500Gi", $$""" "mountOptions": ["nfsvers=4.1", "hard"], "nfs": { "server": "nfs.example", "path": "/exports/models", "readOnly": {{(readOnly ? "true" : "false")}} } """),
            run[Volume, "disk-volume"].Inputs);
    }

    [Theory]
    [InlineData("llm", """ "mountOptions": ["read-only", "allow-other", "region eu-central-1", "prefix llm/"] """)]
    [InlineData("", """ "mountOptions": ["read-only", "allow-other", "region eu-central-1"] """)]
    public async Task A_bucket_is_mounted_for_reading(string path, string options) => JsonAssert.Same(
        VolumeOf("s3", "ReadOnlyMany", "1Ti", $$"""{{options}}, "csi": { "driver": "s3.csi.aws.com", "volumeHandle": "models-weights", "volumeAttributes": { "bucketName": "models-bucket" } } """),
        (await Run(StorageSamples.S3(path)))[Volume, "disk-volume"].Inputs);

    [Fact]
    public async Task A_storage_class_of_the_cluster_is_only_claimed()
    {
        var run = await Run(StorageSamples.OfClass("ReadWriteMany"));

        Assert.Equal(
            """
            gpu-inference:index:ModelVolume disk
            kubernetes:core/v1:PersistentVolumeClaim disk-claim parent=disk provider=kubernetes protect=True
            """,
            run.Resources());
        JsonAssert.Same(ClaimOf("storageClass", "ReadWriteMany", "longhorn", "500Gi"), run[Claim, "disk-claim"].Inputs);
    }

    public static TheoryData<ModelVolumeArgs, string> Refused => new()
    {
        { Bad(), "1 problem in gpu-inference:index:ModelVolume:\n  disk: exactly one of ebs, efs, lustre, nfs, s3, storageClass must be set, found none" },
        {
            new ModelVolumeArgs { VolumeName = "Weights", Namespace = "models", Size = "much", Nfs = new NfsVolumeArgs { Server = "a", Path = "/" }, StorageClass = new ClassVolumeArgs { Name = "x" } },
            """
            3 problems in gpu-inference:index:ModelVolume:
              disk.volumeName: 'Weights' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends
              disk.size: 'much' is no size; allowed: a size such as 16Gi, 500Mi, 1.5Ti, 100G or a number of bytes, that is whole bytes below 8Ei
              disk: exactly one of ebs, efs, lustre, nfs, s3, storageClass must be set, found nfs, storageClass
            """
        },
        { StorageSamples.Ebs("ReadWriteMany"), "1 problem in gpu-inference:index:ModelVolume:\n  disk.accessMode: 'ReadWriteMany' is no access mode of ebs; there are: ReadWriteOnce" },
        { StorageSamples.Nfs("Everybody"), "1 problem in gpu-inference:index:ModelVolume:\n  disk.accessMode: 'Everybody' is no access mode of nfs; there are: ReadWriteMany, ReadOnlyMany" },
        {
            StorageSamples.Lustre(throughput: 300, size: "2000Gi"),
            """
            2 problems in gpu-inference:index:ModelVolume:
              disk.size: 2000Gi is no size of FSx for Lustre; allowed are 1200Gi and multiples of 2400Gi
              disk.lustre.throughput: 300 MB/s per TiB isn't offered; there are: 125, 250, 500, 1000
            """
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Arguments_that_make_no_volume(ModelVolumeArgs args, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<ResourceException>(() => Run(args))).Message);

    private static ModelVolumeArgs Bad() => new() { VolumeName = "weights", Namespace = "models", Size = "1Gi" };

    private static string Labels(string kind) =>
        $$"""{ "app.kubernetes.io/name": "{{kind}}", "app.kubernetes.io/instance": "weights", "app.kubernetes.io/component": "model-volume", "app.kubernetes.io/part-of": "gpu-inference", "app.kubernetes.io/managed-by": "pulumi" }""";

    private static string ClaimOf(string kind, string access, string storageClass, string size, string? volume = null) =>
        $$"""
        {
          "apiVersion": "v1",
          "kind": "PersistentVolumeClaim",
          "metadata": { "name": "weights", "namespace": "models", "labels": {{Labels(kind)}}, "annotations": { "pulumi.com/deletionPropagationPolicy": "foreground" } },
          "spec": { "accessModes": ["{{access}}"], "storageClassName": "{{storageClass}}", {{(volume is null ? "" : $"\"volumeName\": \"{volume}\",")}} "resources": { "requests": { "storage": "{{size}}" } } }
        }
        """;

    private static string VolumeOf(string kind, string access, string size, string source) =>
        $$"""
        {
          "apiVersion": "v1",
          "kind": "PersistentVolume",
          "metadata": { "name": "models-weights", "labels": {{Labels(kind)}} },
          "spec": {
            "accessModes": ["{{access}}"], "capacity": { "storage": "{{size}}" }, "storageClassName": "", "persistentVolumeReclaimPolicy": "Retain",
            "claimRef": { "namespace": "models", "name": "weights" }, {{source}}
          }
        }
        """;

    private static Task<ComponentRun> Run(ModelVolumeArgs args) => ComponentHarness.RunAsync(
        () => _ = new ModelVolume("disk", args, new ComponentResourceOptions { Providers = { Samples.AwsProvider(), Samples.KubernetesProvider() } }),
        new HarnessOptions
        {
            Outputs = made => made.Type == "aws:fsx/lustreFileSystem:LustreFileSystem"
                ? new Dictionary<string, object> { ["dnsName"] = "fs.example", ["mountName"] = "abc" }
                : [],
        });
}
