using Infra.Components.Nodes;
using Infra.Core.Configuration;
using Infra.Core.Nodes;

namespace Infra.Components.NodeAutoscaling;

/// <summary>What Karpenter and EKS Auto Mode ask of a pool alike.</summary>
internal static class LaunchedPoolCheck
{
    /// <summary>Adds everything that is wrong with the shared inputs.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="args">The shared inputs.</param>
    /// <param name="own">What only one of the two knows; its shared part is overwritten.</param>
    /// <param name="problems">Where the problems go.</param>
    public static CheckedNodePool Run(string name, LaunchedPoolArgs args, NodePoolSpec own, ConfigProblems problems)
    {
        var pool = NodePoolRules.Check(name, own with
        {
            InstanceTypes = args.InstanceTypes,
            CapacityType = CapacityTypes.FromEks(args.CapacityType) ?? CapacityType.OnDemand,
            ReservationId = args.ReservationId,
            Zones = args.Zones,
            Labels = args.Labels,
            ByKarpenter = true,
        }, problems);
        void Refuse(bool wrong, string key, string message)
        {
            if (wrong)
            {
                problems.Add(ConfigPath.Key(name, key), message);
            }
        }

        Refuse(args.InstanceTypes.Count == 0, "instanceTypes", "empty; name at least one EC2 instance type with NVIDIA GPUs, such as g4dn.xlarge");
        Refuse(CapacityTypes.FromEks(args.CapacityType) is null, "capacityType", $"'{args.CapacityType}' is none of ON_DEMAND, SPOT, CAPACITY_BLOCK");
        Refuse(args.MaxNodes < 1, "maxNodes", $"{args.MaxNodes} is less than 1");
        Refuse(
            args.RootVolumeGiB is < NodeVolumes.SmallestGiB or > NodeVolumes.LargestGiB,
            "rootVolumeGiB",
            $"{args.RootVolumeGiB} is not between {NodeVolumes.SmallestGiB} and {NodeVolumes.LargestGiB}");
        VolumePerformanceRules.Check(
            ConfigPath.Key(name, "rootVolumeIops"), args.RootVolumeIops, ConfigPath.Key(name, "rootVolumeThroughput"), args.RootVolumeThroughput, args.RootVolumeGiB, problems);
        return pool;
    }
}
