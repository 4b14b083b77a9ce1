using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Security;

/// <summary>Nothing is written to a disk as it is.</summary>
internal sealed class EncryptedStorage : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "SEC014",
        PolicySeverity.Error,
        "Volumes, file systems and databases are encrypted",
        "A snapshot that is shared by mistake, or a volume that another account restores, is readable as it is; encryption can't be switched on afterwards without a copy of the data.",
        "Amazon EBS, EFS and RDS user guides, \"Encryption at rest\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
    [
        .. context.OfType("aws:ebs/volume:Volume", "aws:efs/fileSystem:FileSystem").SelectMany(volume => volume.Judge(volume["encrypted"], Problem)),
        .. context.OfType("aws:rds/instance:Instance", "aws:rds/cluster:Cluster").SelectMany(database => database.Judge(database["storageEncrypted"], Problem)),
        .. from template in context.OfType("aws:ec2/launchTemplate:LaunchTemplate")
           from device in template["blockDeviceMappings"].Items
           where !device["ebs"].IsAbsent
           from verdict in template.Judge(device["ebs", "encrypted"], Problem)
           select verdict,
        .. from nodeClass in context.OfKind("EC2NodeClass")
           from device in nodeClass["spec", "blockDeviceMappings"].Items
           from verdict in nodeClass.Judge(device["ebs", "encrypted"], Problem)
           select verdict,
        .. context.OfKind("StorageClass").Where(storage => storage["provisioner"].Text is "ebs.csi.aws.com" or "ebs.csi.eks.amazonaws.com")
            .SelectMany(storage => storage.Judge(storage["parameters", "encrypted"], Problem)),
    ];

    private static string? Problem(Field encrypted) => encrypted.IsTrue ? null : "is not encrypted; set it to true";
}
