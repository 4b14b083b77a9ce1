using System.Collections.Immutable;
using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Planning.Model;

namespace Infra.Planning.Policies.Subjects;

/// <summary>Reads pools from the resources that make nodes.</summary>
internal static class PolicyPools
{
    public const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";

    private const string InstanceType = "node.kubernetes.io/instance-type";

    public static PolicyPool? Of(PolicySubject subject, PolicyContext context) => subject switch
    {
        { Resource.Type: NodeGroup } => Managed(subject, context),
        { Kind: "NodePool", Group: "karpenter.sh" } => Karpenter(subject, context),
        { Resource.Type: ComponentTypes.EdgePool } => Edge(subject),
        _ => null,
    };

    private static PolicyPool Managed(PolicySubject group, PolicyContext context)
    {
        var ami = group["amiType"].Text;
        return new PolicyPool(group)
        {
            Name = $"node group {group.Resource.Name}",
            Labels = group["labels"],
            TaintField = group["taints"],
            InstanceTypes = Texts(group["instanceTypes"]),
            InstanceTypeField = group["instanceTypes"],
            IsKarpenter = false,
            CanBeEmpty = group["scalingConfig", "minSize"].Number is 0,
            IsSpot = group["capacityType"].Text == "SPOT",
            BringsDevicePlugin = ami is not null && AmiTypes.TryGet(ami, out var known) ? known.DevicePlugin == DevicePluginNeed.BroughtByImage : null,
            Component = context.ParentOf(group),
        };
    }

    private static PolicyPool Karpenter(PolicySubject pool, PolicyContext context)
    {
        var template = pool["spec", "template"];
        var requirements = template["spec", "requirements"].Items.ToList();
        Field Requirement(string key) => requirements.Where(one => one["key"].Text == key && one["operator"].Text == "In").Select(one => one["values"]).FirstOrDefault();
        var capacity = Texts(Requirement("karpenter.sh/capacity-type"));
        var reference = template["spec", "nodeClassRef"];
        var alias = context.Find(reference["kind"].Text ?? "EC2NodeClass", "", reference["name"].Text ?? "")?["spec", "amiSelectorTerms"].Items.Select(term => term["alias"].Text).FirstOrDefault(text => text is not null);
        return new PolicyPool(pool)
        {
            Name = $"NodePool {pool.Name}",
            Labels = template["metadata", "labels"],
            TaintField = template["spec", "taints"],
            InstanceTypes = Texts(Requirement(InstanceType)),
            InstanceTypeField = Requirement(InstanceType) is { Path: not null } types ? types : template["spec", "requirements"],
            IsKarpenter = true,
            CanBeEmpty = true,
            IsSpot = capacity is ["spot"],
            BringsDevicePlugin = reference["group"].Text == "eks.amazonaws.com" ? true : alias?.StartsWith("bottlerocket", StringComparison.Ordinal),
            Component = context.ParentOf(pool),
        };
    }

    private static PolicyPool Edge(PolicySubject pool)
    {
        var name = pool["poolName"].Text ?? pool.Name;
        var vendor = (DeviceVendor)(int)(pool["accelerator"].Number ?? 0);
        var devices = (int)(pool["devicesPerNode"].Number ?? 0);
        return new PolicyPool(pool)
        {
            Name = $"edge pool {name}",
            Labels = pool["labels"] with { Value = new PlanValue.Object(ValueMap.Create(pool["labels"].Entries.Select(label => KeyValuePair.Create(label.Key, label.Value.Value!)).Append(new(NodeLabels.Pool, new PlanValue.String(name))))) },
            TaintField = pool["taints"] with { Value = new PlanValue.List([.. PoolContract.OwnEdgeTaints(vendor, devices).Select(OwnTaint), .. pool["taints"].Items.Select(taint => taint.Value!)]) },
            InstanceTypes = [],
            InstanceTypeField = pool["devicesPerNode"],
            EdgeDevices = devices > 0 ? [vendor.Resource()] : ["none"],
            IsKarpenter = false,
            CanBeEmpty = false,
            IsSpot = false,
            BringsDevicePlugin = false,
        };
    }

    private static PlanValue OwnTaint(Taint taint) => new PlanValue.Object(ValueMap.Create(
    [
        new("key", new PlanValue.String(taint.Key)), new("value", new PlanValue.String(taint.Value)), new("effect", new PlanValue.String(taint.Effect.ToKubernetes())),
    ]));

    private static ImmutableArray<string> Texts(Field list) => [.. list.Items.Select(item => item.Text).OfType<string>()];
}
