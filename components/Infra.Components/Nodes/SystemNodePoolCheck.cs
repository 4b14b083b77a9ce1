using Infra.Components.Shared;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Nodes;

namespace Infra.Components.Nodes;

/// <summary>Finds everything that is wrong with a system pool's arguments.</summary>
internal static class SystemNodePoolCheck
{
    // EKS appends 26 characters to a prefix (Terraform's resource ids, which the provider uses).
    private const int LongestPoolName = 36;

    /// <summary>Adds the problems and gives the AMI type if it is one for this pool.</summary>
    public static AmiType? Run(string path, SystemNodePoolArgs args, ConfigProblems problems)
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

        Refuse(NameRules.EksNodeGroup.Problem(args.PoolName) is not null, "poolName", $"{NameRules.EksNodeGroup.Problem(args.PoolName)}");
        Refuse(args.PoolName.Length > LongestPoolName, "poolName", $"has {args.PoolName.Length} characters; allowed are at most {LongestPoolName}, because EKS completes the node group's name");
        var ami = SystemPoolRules.Check(path, args.InstanceTypes, args.AmiType, args.Labels, problems);
        AmiReleaseRules.Check(ConfigPath.Key(path, "amiReleaseVersion"), ami, args.AmiReleaseVersion, args.KubernetesVersion, problems);
        Refuse(args.MinSize < 1, "minSize", $"{args.MinSize} is less than 1; controllers need a node");
        Refuse(args.MaxSize < args.MinSize, "maxSize", $"{args.MaxSize} is less than minSize, which is {args.MinSize}");
        Refuse(
            args.RootVolumeGiB is < NodeVolumes.SmallestGiB or > NodeVolumes.LargestGiB,
            "rootVolumeGiB",
            $"{args.RootVolumeGiB} is not between {NodeVolumes.SmallestGiB} and {NodeVolumes.LargestGiB}");
        return ami;
    }
}
