using Infra.Components.Nodes;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;

namespace Infra.Components.NodeAutoscaling;

/// <summary>Whether the arguments of a <see cref="KarpenterNodePool"/> describe a possible pool.</summary>
internal static class KarpenterNodePoolCheck
{
    /// <summary>Adds everything that is wrong.</summary>
    /// <returns>What the rules made of the pool, and the alias of the image; not to be used where there are problems.</returns>
    public static (CheckedNodePool Pool, string ImageAlias) Run(string name, KarpenterNodePoolArgs args, ConfigProblems problems)
    {
        var pool = LaunchedPoolCheck.Run(name, args, new NodePoolSpec
        {
            InstanceTypes = args.InstanceTypes,
            AmiType = args.AmiType,
            Efa = args.Efa,
            LocalNvme = args.LocalNvme,
            RootVolumeThroughput = args.RootVolumeThroughput,
            Images = args.Images.ToImages(),
            AmiRelease = args.AmiReleaseVersion,
            Legacy = args.Legacy,
            Sharing = GpuSharingArgs.ToRequest(args.Sharing),
        }, problems);
        if (args.Efa && args.VpcId is null)
        {
            problems.Add(ConfigPath.Key(name, "vpcId"), "missing; the security group for EFA lies in the nodes' VPC");
        }

        var alias = pool.Ami is { } ami ? AmiAlias.Of(ami, args.AmiReleaseVersion) : null;
        if (pool.Ami is not null && alias is null)
        {
            problems.Add(
                ConfigPath.Key(name, "amiReleaseVersion"),
                $"'{args.AmiReleaseVersion}' is no release of {pool.Ami.Name} that Karpenter can name; {AmiAlias.Forms}");
        }

        return (pool, alias ?? "");
    }
}
