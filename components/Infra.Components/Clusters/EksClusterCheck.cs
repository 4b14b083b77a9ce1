using Infra.Components.Shared;
using Infra.Core.Configuration;
using Infra.Core.Monitoring;
using Infra.Core.Naming;
using Infra.Core.Network;
using Infra.Core.Versions;

namespace Infra.Components.Clusters;

/// <summary>Finds everything that is wrong with a cluster's arguments.</summary>
internal static class EksClusterCheck
{
    /// <summary>What EKS' control plane logs.</summary>
    public static readonly string[] LogTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

    public static void Run(string path, EksClusterArgs args, ConfigProblems problems)
    {
        void Add(string key, string? problem)
        {
            if (problem is not null)
            {
                problems.Add(ConfigPath.Key(path, key), problem);
            }
        }

        if (args.RoleArn is null && AutoNames.Problem(NameRules.IamRole, path, "-role") is { } tooLong)
        {
            problems.Add(path, tooLong);
        }

        if (args.AutoMode && AutoNames.Problem(NameRules.IamRole, path, "-auto-nodes") is { } tooLongForNodes)
        {
            problems.Add(path, tooLongForNodes);
        }

        Add("clusterName", NameRules.EksCluster.Problem(args.ClusterName));
        Add("version", KubernetesVersions.Problem(args.Version));
        Add("administrators", args.Administrators.Count > 0 ? null : "there is none; nobody could use the cluster, so name the role that deploys at least");
        for (var i = 0; i < args.LogTypes.Count; i++)
        {
            if (!LogTypes.Contains(args.LogTypes[i]))
            {
                problems.Add(ConfigPath.Index(ConfigPath.Key(path, "logTypes"), i), $"'{args.LogTypes[i]}' is none of {string.Join(", ", LogTypes)}");
            }
        }

        Add("logRetentionDays", LogRetention.Problem(args.LogRetentionDays));
        Add("remotePodCidrs", args.RemotePodCidrs.Count > 0 && args.RemoteNodeCidrs.Count == 0 ? "there are no remoteNodeCidrs, whose pods these could be; name them too" : null);
        CheckRemoteNetwork(path, args, problems);
    }

    private static void CheckRemoteNetwork(string path, EksClusterArgs args, ConfigProblems problems)
    {
        var services = args.ServiceCidr is { } cidr && Ipv4Network.TryParse(cidr, out var range) ? [(range, "the Services'")] : Array.Empty<(Ipv4Network, string)>();
        RemoteNetworkRules.Check(
            (ConfigPath.Key(path, "remoteNodeCidrs"), Read(ConfigPath.Key(path, "remoteNodeCidrs"), args.RemoteNodeCidrs, problems)),
            (ConfigPath.Key(path, "remotePodCidrs"), Read(ConfigPath.Key(path, "remotePodCidrs"), args.RemotePodCidrs, problems)),
            services,
            problems);
    }

    private static List<Ipv4Network> Read(string path, List<string> cidrs, ConfigProblems problems)
    {
        var read = new List<Ipv4Network>();
        for (var i = 0; i < cidrs.Count; i++)
        {
            if (Ipv4Network.TryParse(cidrs[i], out var network))
            {
                read.Add(network);
            }
            else
            {
                problems.Add(ConfigPath.Index(path, i), $"'{cidrs[i]}' is not {Ipv4Network.AllowedForm}");
            }
        }

        // A list with a gap would be judged under wrong paths.
        return read.Count == cidrs.Count ? read : [];
    }
}
