using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;

namespace Infra.Components.NodeAutoscaling;

/// <summary>Whether the arguments of a <see cref="KarpenterNodePool"/> describe a possible pool.</summary>
internal static class KarpenterNodePoolCheck
{
    /// <summary>Adds everything that is wrong.</summary>
    /// <returns>The instance types, and the alias of the image; not to be used where there are problems.</returns>
    public static (ImmutableArray<InstanceType> Types, string ImageAlias) Run(string name, KarpenterNodePoolArgs args, ConfigProblems problems)
    {
        var types = NodePoolRules.Check(
            name, new NodePoolSpec { InstanceTypes = args.InstanceTypes, AmiType = args.AmiType, Labels = args.Labels }, problems).InstanceTypes;
        if (args.InstanceTypes.Count == 0)
        {
            problems.Add(ConfigPath.Key(name, "instanceTypes"), "empty; name at least one EC2 instance type with NVIDIA GPUs, such as g4dn.xlarge");
        }

        if (args.MaxNodes < 1)
        {
            problems.Add(ConfigPath.Key(name, "maxNodes"), $"{args.MaxNodes} is less than 1");
        }

        var alias = AmiTypes.TryGet(args.AmiType, out var ami) ? AmiAlias.Of(ami, args.AmiReleaseVersion) : null;
        if (ami is not null && alias is null)
        {
            problems.Add(
                ConfigPath.Key(name, "amiReleaseVersion"),
                $"'{args.AmiReleaseVersion}' is no release of {args.AmiType} that Karpenter can name; AL2023 releases look like 1.34.2-20260917, Bottlerocket's like 1.26.1-943d9a41");
        }

        return (types, alias ?? "");
    }
}
