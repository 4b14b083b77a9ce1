using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Cost;

/// <summary>Nobody pays more for a slower disk.</summary>
internal sealed class CurrentVolumeTypes : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "COST006",
        PolicySeverity.Info,
        "Volumes are gp3 rather than gp2",
        "gp2 costs a quarter more for each gigabyte, and a small one is limited to a few hundred IOPS, which makes pulling an image slow.",
        "aws.amazon.com/ebs/pricing; Amazon EBS user guide, \"General Purpose SSD volumes\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
    [
        .. context.OfKind("StorageClass").SelectMany(storage => storage.Judge(storage["parameters", "type"], Problem)),
        .. context.OfType("aws:rds/instance:Instance").SelectMany(database => database.Judge(database["storageType"], Problem)),
        .. context.OfType("aws:ebs/volume:Volume").SelectMany(volume => volume.Judge(volume["type"], Problem)),
        .. from template in context.OfType("aws:ec2/launchTemplate:LaunchTemplate")
           from device in template["blockDeviceMappings"].Items
           from verdict in template.Judge(device["ebs", "volumeType"], Problem)
           select verdict,
        .. from nodeClass in context.OfKind("EC2NodeClass")
           from device in nodeClass["spec", "blockDeviceMappings"].Items
           from verdict in nodeClass.Judge(device["ebs", "volumeType"], Problem)
           select verdict,
    ];

    private static string? Problem(Field type) => type.Text == "gp2" ? "is gp2; gp3 costs less and does more" : null;
}
