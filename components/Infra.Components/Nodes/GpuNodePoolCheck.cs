using Infra.Components.Shared;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Nodes;

namespace Infra.Components.Nodes;

/// <summary>Finds everything that is wrong with a pool's arguments. Whoever uses the component alone has no binder that looked before.</summary>
internal static class GpuNodePoolCheck
{
    /// <summary>Adds the problems and gives what the rules made of the pool.</summary>
    public static CheckedNodePool Run(string path, GpuNodePoolArgs args, ConfigProblems problems)
    {
        void Refuse(bool wrong, string key, string message)
        {
            if (wrong)
            {
                problems.Add(ConfigPath.Key(path, key), message);
            }
        }

        if (args.NodeRoleArn is null && AutoNames.Problem(NameRules.IamRole, path, "-role") is { } problem)
        {
            problems.Add(path, problem);
        }

        Refuse(NameRules.EksNodeGroup.Problem(args.NodeGroupName) is not null, "nodeGroupName", $"{NameRules.EksNodeGroup.Problem(args.NodeGroupName)}");
        Refuse(args.InstanceTypes.Count == 0, "instanceTypes", "there is none; name at least one type, such as g4dn.xlarge");
        Refuse(args.Zones.Count == 0, "zones", "there is none; name at least one zone and its subnet");
        Refuse(CapacityTypes.FromEks(args.CapacityType) is null, "capacityType", $"'{args.CapacityType}' is none of ON_DEMAND, SPOT, CAPACITY_BLOCK");
        Refuse(args.Reservation is { Id: null, ResourceGroupArn: null }, "reservation", "has neither id nor resourceGroupArn; one of them says where instances are launched");
        var pool = NodePoolRules.Check(path, Spec(args), problems);
        Refuse(args.Efa && args.VpcId is null, "vpcId", "missing; the security group for EFA lies in the nodes' VPC");
        Refuse(args.Efa && args.ClusterSecurityGroupId is null, "clusterSecurityGroupId", "missing; EKS doesn't add it to interfaces for EFA");
        Refuse(args.MinSize < 0, "minSize", $"{args.MinSize} is less than 0");
        Refuse(args.MaxSize < 1, "maxSize", $"{args.MaxSize} is less than 1");
        Refuse(args.MaxSize >= 1 && args.MaxSize < args.MinSize, "maxSize", $"{args.MaxSize} is less than minSize, which is {args.MinSize}");
        Refuse(
            args.RootVolumeGiB is < NodeVolumes.SmallestGiB or > NodeVolumes.LargestGiB,
            "rootVolumeGiB",
            $"{args.RootVolumeGiB} is not between {NodeVolumes.SmallestGiB} and {NodeVolumes.LargestGiB}");
        VolumePerformanceRules.Check(
            ConfigPath.Key(path, "rootVolumeIops"), args.RootVolumeIops, ConfigPath.Key(path, "rootVolumeThroughput"), args.RootVolumeThroughput, args.RootVolumeGiB, problems);
        NodeLifecycleCheck.Run(path, args, problems);
        CheckTaints(ConfigPath.Key(path, "taints"), args.Taints, problems);
        return pool;
    }

    private static NodePoolSpec Spec(GpuNodePoolArgs args) => new()
    {
        InstanceTypes = args.InstanceTypes,
        AmiType = args.AmiType,
        AmiRelease = args.AmiReleaseVersion,
        KubernetesVersion = args.KubernetesVersion,
        CapacityType = CapacityTypes.FromEks(args.CapacityType) ?? CapacityType.OnDemand,
        ReservationId = args.Reservation?.Id,
        ReservationGroupArn = args.Reservation?.ResourceGroupArn,
        Zones = [.. args.Zones.Select(zone => zone.Name)],
        Efa = args.Efa,
        LocalNvme = args.LocalNvme,
        RootVolumeThroughput = args.RootVolumeThroughput,
        Images = args.Images.ToImages(),
        Legacy = args.Legacy,
        Sharing = GpuSharingArgs.ToRequest(args.Sharing),
        Labels = args.Labels,
    };

    private static void CheckTaints(string path, List<TaintArgs> taints, ConfigProblems problems)
    {
        for (var i = 0; i < taints.Count; i++)
        {
            if (TaintEffects.FromKubernetes(taints[i].Effect) is null)
            {
                problems.Add(ConfigPath.Key(ConfigPath.Index(path, i), "effect"), $"'{taints[i].Effect}' is none of NoSchedule, PreferNoSchedule, NoExecute");
            }
        }
    }
}
