using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Nodes;
using Newtonsoft.Json.Linq;
using Pulumi;
using Eks = Pulumi.Aws.Eks;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Nodes;

/// <summary>
/// A pool of nodes outside AWS that join an EKS cluster as hybrid nodes: who they are in AWS and in the cluster, and the configuration with which
/// <c>nodeadm</c> joins a host. The hosts are somebody else's, and so are their network and its plugin: the VPC CNI doesn't run there.
/// </summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-role            IAM role that Systems Manager hands to registered hosts
/// NAME-role-ssm
/// NAME-role-registry
/// NAME-policy          looks up the cluster, gives pods their roles, removes the host's registration
/// NAME-access          access entry of hybrid nodes
/// </code>
/// </remarks>
public sealed class EdgePool : PoolComponent
{
    /// <summary>Name of the hosts' IAM role, which an activation of Systems Manager asks for.</summary>
    [Output("roleName")]
    public Output<string> RoleName { get; }

    /// <summary>The NodeConfig of a host, but for the activation's code and id.</summary>
    [Output("nodeConfig")]
    public Output<string> NodeConfig { get; }

    /// <summary>Declares the pool.</summary>
    /// <exception cref="ResourceException">The arguments describe no possible pool; the message lists every problem.</exception>
    public EdgePool(string name, EdgePoolArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.EdgePool, name, args, options)
    {
        Check(name, args);
        Contract = PoolContract.ForEdge(args.PoolName, args.Accelerator, args.DevicesPerNode, args.Labels, args.Taints.Select(taint => taint.ToTaint()));
        var clusterArn = args.ClusterName.Apply(cluster => $"arn:aws:eks:{args.Region}:{args.AccountId}:cluster/{cluster}");
        var role = new Iam.Role($"{name}-role", new Iam.RoleArgs
        {
            Description = $"Hosts of the edge pool {args.PoolName}",
            AssumeRolePolicy = PolicyDocuments.AssumedByService("ssm.amazonaws.com", args.AccountId, $"arn:aws:ssm:{args.Region}:{args.AccountId}:*"),
        }, Children.Root(this, options));
        foreach (var (suffix, policy) in new[] { ("ssm", "AmazonSSMManagedInstanceCore"), ("registry", "AmazonEC2ContainerRegistryPullOnly") })
        {
            _ = new Iam.RolePolicyAttachment($"{name}-role-{suffix}", new Iam.RolePolicyAttachmentArgs
            {
                Role = role.Name,
                PolicyArn = $"arn:aws:iam::aws:policy/{policy}",
            }, Children.Of(this));
        }

        _ = new Iam.RolePolicy($"{name}-policy", new Iam.RolePolicyArgs { Role = role.Name, Policy = clusterArn.Apply(arn => Policy(args, arn)) }, Children.Of(this));
        _ = new Eks.AccessEntry($"{name}-access", new Eks.AccessEntryArgs
        {
            ClusterName = args.ClusterName,
            PrincipalArn = role.Arn,
            Type = "HYBRID_LINUX",
        }, Children.Root(this, options));
        RoleName = role.Name;
        NodeConfig = Output.Tuple(args.ClusterName.ToOutput(), clusterArn, role.Name).Apply(of => HybridNodeConfig.Of(Contract, of.Item1, args.Region, of.Item2, of.Item3));
        RegisterOutputs();
    }

    // EKS user guide, "Prepare credentials for hybrid nodes"; aws/eks-hybrid at e5f42ca4, example/hybrid-ssm-cfn.yaml.
    private static string Policy(EdgePoolArgs args, string clusterArn) => PolicyDocuments.Of(
        new JObject { ["Sid"] = "FindCluster", ["Effect"] = "Allow", ["Action"] = "eks:DescribeCluster", ["Resource"] = clusterArn },
        new JObject { ["Sid"] = "GivePodsTheirRoles", ["Effect"] = "Allow", ["Action"] = "eks-auth:AssumeRoleForPodIdentity", ["Resource"] = clusterArn },
        new JObject { ["Sid"] = "FindRegistration", ["Effect"] = "Allow", ["Action"] = "ssm:DescribeInstanceInformation", ["Resource"] = "*" },
        new JObject
        {
            ["Sid"] = "RemoveRegistration",
            ["Effect"] = "Allow",
            ["Action"] = "ssm:DeregisterManagedInstance",
            ["Resource"] = $"arn:aws:ssm:{args.Region}:{args.AccountId}:managed-instance/*",
            ["Condition"] = new JObject { ["StringEquals"] = new JObject { [$"ssm:resourceTag/{HybridNodeConfig.ClusterTag}"] = clusterArn } },
        });

    private void Check(string name, EdgePoolArgs args)
    {
        var problems = new ConfigProblems();
        if (AutoNames.Problem(NameRules.IamRole, name, "-role") is { } tooLong)
        {
            problems.Add(name, tooLong);
        }

        if (NameRules.LabelValue.Problem(args.PoolName) is { } badName)
        {
            problems.Add(ConfigPath.Key(name, "poolName"), badName);
        }

        if (args.DevicesPerNode is < 0 or > 16)
        {
            problems.Add(ConfigPath.Key(name, "devicesPerNode"), $"{args.DevicesPerNode} is not allowed; allowed: 0 to 16");
        }

        foreach (var key in args.Labels.Keys.Where(PoolContract.OwnLabels.Contains).Order(StringComparer.Ordinal))
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(name, "labels"), key), "the pool sets this label itself; remove it");
        }

        problems.ThrowAt(this, ComponentTypes.EdgePool);
    }
}
