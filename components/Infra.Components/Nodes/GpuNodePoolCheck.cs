using System.Collections.Immutable;
using Infra.Components.Shared;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Nodes;

namespace Infra.Components.Nodes;

/// <summary>Finds everything that is wrong with a pool's arguments. Whoever uses the component alone has no binder that looked before.</summary>
internal static class GpuNodePoolCheck
{
    /// <summary>Adds the problems and gives the instance types that are known.</summary>
    public static ImmutableArray<InstanceType> Run(string path, GpuNodePoolArgs args, ConfigProblems problems)
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
        var types = NodePoolRules.Check(path, args.InstanceTypes, args.AmiType, args.Labels, problems);
        Refuse(args.MinSize < 0, "minSize", $"{args.MinSize} is less than 0");
        Refuse(args.MaxSize < 1, "maxSize", $"{args.MaxSize} is less than 1");
        Refuse(args.MaxSize >= 1 && args.MaxSize < args.MinSize, "maxSize", $"{args.MaxSize} is less than minSize, which is {args.MinSize}");
        Refuse(
            args.RootVolumeGiB is < NodeVolumes.SmallestGiB or > NodeVolumes.LargestGiB,
            "rootVolumeGiB",
            $"{args.RootVolumeGiB} is not between {NodeVolumes.SmallestGiB} and {NodeVolumes.LargestGiB}");
        for (var i = 0; i < args.Taints.Count; i++)
        {
            if (TaintEffects.FromKubernetes(args.Taints[i].Effect) is null)
            {
                problems.Add(
                    ConfigPath.Key(ConfigPath.Index(ConfigPath.Key(path, "taints"), i), "effect"),
                    $"'{args.Taints[i].Effect}' is none of NoSchedule, PreferNoSchedule, NoExecute");
            }
        }

        return types;
    }
}
