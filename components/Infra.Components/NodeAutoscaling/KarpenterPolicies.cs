using Infra.Components.Shared;
using Newtonsoft.Json.Linq;

namespace Infra.Components.NodeAutoscaling;

/// <summary>
/// What Karpenter may do in AWS: the policies of its own CloudFormation template (karpenter-provider-aws v1.14, getting-started) without the one for
/// zonal shift, which we leave off.
/// </summary>
internal sealed class KarpenterPolicies(string cluster, string region, string account, string nodeRoleArn, string queueArn)
{
    private const string NodePoolTag = "karpenter.sh/nodepool";
    private const string NodeClassTag = "karpenter.k8s.aws/ec2nodeclass";
    private const string RegionTag = "topology.kubernetes.io/region";
    private const string ClusterNameTag = "eks:eks-cluster-name";

    private static readonly string[] _launched = ["fleet", "instance", "volume", "network-interface", "launch-template", "spot-instances-request"];
    private static readonly string[] _launchActions = ["ec2:RunInstances", "ec2:CreateFleet"];

    private static readonly string[] _described =
    [
        "CapacityReservations", "Images", "Instances", "InstanceStatus", "InstanceTypeOfferings", "InstanceTypes",
        "LaunchTemplates", "PlacementGroups", "SecurityGroups", "SpotPriceHistory", "Subnets",
    ];

    private string OwnedTag => $"kubernetes.io/cluster/{cluster}";

    private string InstanceProfiles => $"arn:aws:iam::{account}:instance-profile/*";

    /// <summary>The policy of the controller's role.</summary>
    public string Document() => PolicyDocuments.Of([.. Lifecycle(), .. InstanceProfileActions(), .. Reads()]);

    private IEnumerable<JObject> Lifecycle()
    {
        yield return Allow("UseForLaunch", _launchActions,
        [
            $"arn:aws:ec2:{region}::image/*", $"arn:aws:ec2:{region}::snapshot/*",
            .. Ec2("security-group", "subnet", "capacity-reservation", "placement-group"),
        ]);
        yield return Allow("LaunchFromOwnTemplates", _launchActions, Ec2("launch-template"), Conditions(
            Equal(("aws:ResourceTag/" + OwnedTag, "owned")), Like("aws:ResourceTag/" + NodePoolTag)));
        yield return Allow("LaunchTagged", [.. _launchActions, "ec2:CreateLaunchTemplate"], Ec2(_launched), Conditions(
            Equal(("aws:RequestTag/" + OwnedTag, "owned"), ("aws:RequestTag/" + ClusterNameTag, cluster)), Like("aws:RequestTag/" + NodePoolTag)));

        var created = Equal(("aws:RequestTag/" + OwnedTag, "owned"), ("aws:RequestTag/" + ClusterNameTag, cluster));
        ((JObject)created.Value)["ec2:CreateAction"] = new JArray("RunInstances", "CreateFleet", "CreateLaunchTemplate");
        yield return Allow("TagAtLaunch", ["ec2:CreateTags"], Ec2(_launched), Conditions(created, Like("aws:RequestTag/" + NodePoolTag)));
        yield return Allow("TagOwn", ["ec2:CreateTags"], Ec2("instance"), Conditions(
            Equal(("aws:ResourceTag/" + OwnedTag, "owned")),
            Like("aws:ResourceTag/" + NodePoolTag),
            new JProperty("StringEqualsIfExists", new JObject { ["aws:RequestTag/" + ClusterNameTag] = cluster }),
            new JProperty("ForAllValues:StringEquals", new JObject { ["aws:TagKeys"] = new JArray(ClusterNameTag, "karpenter.sh/nodeclaim", "Name") })));
        yield return Allow("DeleteOwn", ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"], Ec2("instance", "launch-template"), Conditions(
            Equal(("aws:ResourceTag/" + OwnedTag, "owned")), Like("aws:ResourceTag/" + NodePoolTag)));
    }

    private IEnumerable<JObject> InstanceProfileActions()
    {
        yield return Allow("PassNodeRole", ["iam:PassRole"], [nodeRoleArn], Conditions(
            new JProperty("StringEquals", new JObject { ["iam:PassedToService"] = new JArray("ec2.amazonaws.com") })));
        yield return Allow("CreateInstanceProfile", ["iam:CreateInstanceProfile"], [InstanceProfiles], Conditions(
            Equal(OfProfile("aws:RequestTag/", true)), Like("aws:RequestTag/" + NodeClassTag)));
        yield return Allow("TagInstanceProfile", ["iam:TagInstanceProfile"], [InstanceProfiles], Conditions(
            Equal([.. OfProfile("aws:ResourceTag/", false), .. OfProfile("aws:RequestTag/", true)]),
            Like("aws:ResourceTag/" + NodeClassTag, "aws:RequestTag/" + NodeClassTag)));
        yield return Allow(
            "ChangeInstanceProfile",
            ["iam:AddRoleToInstanceProfile", "iam:RemoveRoleFromInstanceProfile", "iam:DeleteInstanceProfile"],
            [InstanceProfiles],
            Conditions(Equal(OfProfile("aws:ResourceTag/", false)), Like("aws:ResourceTag/" + NodeClassTag)));
        yield return Allow("ReadInstanceProfile", ["iam:GetInstanceProfile"], [InstanceProfiles]);
        yield return Allow("ListInstanceProfiles", ["iam:ListInstanceProfiles"], ["*"]);
    }

    private IEnumerable<JObject> Reads()
    {
        yield return Allow("FindCluster", ["eks:DescribeCluster"], [$"arn:aws:eks:{region}:{account}:cluster/{cluster}"]);
        yield return Allow("ReadInterruptions", ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"], [queueArn]);
        yield return Allow(
            "ReadRegion",
            [.. _described.Select(what => "ec2:Describe" + what)],
            ["*"],
            Conditions(Equal(("aws:RequestedRegion", region))));
        yield return Allow("ReadImages", ["ssm:GetParameter"], [$"arn:aws:ssm:{region}::parameter/aws/service/*"]);
        yield return Allow("ReadPrices", ["pricing:GetProducts"], ["*"]);
    }

    private (string, string)[] OfProfile(string prefix, bool named) => named
        ? [(prefix + OwnedTag, "owned"), (prefix + ClusterNameTag, cluster), (prefix + RegionTag, region)]
        : [(prefix + OwnedTag, "owned"), (prefix + RegionTag, region)];

    private string[] Ec2(params string[] kinds) => [.. kinds.Select(kind => $"arn:aws:ec2:{region}:*:{kind}/*")];

    private static JObject Allow(string sid, string[] actions, string[] resources, JObject? conditions = null)
    {
        var statement = new JObject { ["Sid"] = sid, ["Effect"] = "Allow", ["Action"] = new JArray(actions), ["Resource"] = new JArray(resources) };
        if (conditions is not null)
        {
            statement["Condition"] = conditions;
        }

        return statement;
    }

    private static JObject Conditions(params JProperty[] conditions) => new(conditions.Cast<object>().ToArray());

    private static JProperty Equal(params (string Key, string Value)[] pairs) =>
        new("StringEquals", new JObject(pairs.Select(pair => new JProperty(pair.Key, pair.Value))));

    private static JProperty Like(params string[] keys) => new("StringLike", new JObject(keys.Select(key => new JProperty(key, "*"))));
}
