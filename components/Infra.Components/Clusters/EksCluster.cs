using System.Collections.Immutable;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Pulumi;
using Eks = Pulumi.Aws.Eks;
using EksInputs = Pulumi.Aws.Eks.Inputs;
using Kms = Pulumi.Aws.Kms;

namespace Infra.Components.Clusters;

/// <summary>An EKS cluster: the control plane, who may use it, its logs and the key of its secrets. Nodes and add-ons are components of their own.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-key                  KMS key of Kubernetes secrets, rotated every year, unless one exists
/// NAME-logs-key             KMS key of the logs
/// NAME-logs                 log group of the control plane; made here, or EKS would make one that keeps everything for ever
/// NAME-role                 IAM role of the control plane, unless one exists
/// NAME-role-cluster
/// NAME-role-key             lets the role use the key
/// NAME-role-…               five further policies with Auto Mode
/// NAME-auto-nodes           IAM role of the nodes that Auto Mode launches for controllers, with its policies
/// NAME-control-plane        the EKS cluster, with no self-managed add-ons and no rights for its creator
/// NAME-admin-WHO            access entry of an administrator
/// NAME-admin-WHO-policy
/// NAME-nodes-WHICH          access entry of nodes that no managed node group launches
/// </code>
/// EKS makes the security group that control plane and managed nodes share; there is no other. Access is by access entries alone:
/// the cluster has no aws-auth.
/// </remarks>
public sealed class EksCluster : ComponentResource
{
    /// <summary>Name of the cluster, known once it exists: what takes it comes after the cluster.</summary>
    [Output("clusterName")]
    public Output<string> ClusterName { get; }

    /// <summary>ARN of the cluster.</summary>
    [Output("clusterArn")]
    public Output<string> ClusterArn { get; }

    /// <summary>URL of the API server.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; }

    /// <summary>Certificate authority of the API server, base64.</summary>
    [Output("certificateAuthority")]
    public Output<string> CertificateAuthority { get; }

    /// <summary>VPC of the cluster's subnets.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; }

    /// <summary>Security group that EKS makes for control plane and nodes.</summary>
    [Output("securityGroupId")]
    public Output<string> SecurityGroupId { get; }

    /// <summary>Addresses of the cluster's Services, in CIDR notation.</summary>
    [Output("serviceCidr")]
    public Output<string> ServiceCidr { get; }

    /// <summary>Declares the cluster.</summary>
    /// <exception cref="ResourceException">The arguments describe no possible cluster; the message lists every problem.</exception>
    public EksCluster(string name, EksClusterArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.EksCluster, name, args, options)
    {
        Check(name, args);
        var keyArn = args.SecretsKeyArn?.ToOutput() ?? CreateKey($"{name}-key", args, options).Arn;
        var logs = EncryptedLogGroup.Create(
            this,
            $"{name}-logs",
            new EncryptedLogGroupSpec($"/aws/eks/{args.ClusterName}/cluster", args.LogRetentionDays, args.Region, args.AccountId),
            options);
        var role = args.RoleArn is { } existing
            ? EksClusterRole.Existing(existing)
            : EksClusterRole.Create(this, $"{name}-role", args, keyArn, options);
        var autoNodes = args.AutoMode ? EksAutoMode.CreateNodeRole(this, $"{name}-auto-nodes", args.ClusterName, options) : null;
        var controlPlane = new Eks.Cluster(
            $"{name}-control-plane",
            ControlPlane(args, role.Arn, keyArn, autoNodes?.Arn),
            ControlPlaneOptions(args, Children.Root(this, options, [logs, .. role.Ready, .. autoNodes?.Ready ?? []])));
        foreach (var (who, principal) in args.Administrators.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            AddAdministrator($"{name}-admin-{who}", controlPlane, principal);
        }

        foreach (var (which, nodeRole) in args.NodeRoleArns.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            _ = new Eks.AccessEntry($"{name}-nodes-{which}", new Eks.AccessEntryArgs
            {
                ClusterName = controlPlane.Name,
                PrincipalArn = nodeRole,
                Type = "EC2_LINUX",
            }, Children.Of(this));
        }

        ClusterName = controlPlane.Name;
        ClusterArn = controlPlane.Arn;
        Endpoint = controlPlane.Endpoint;
        CertificateAuthority = controlPlane.CertificateAuthority.Apply(authority => authority.Data ?? "");
        VpcId = controlPlane.VpcConfig.Apply(config => config.VpcId);
        SecurityGroupId = controlPlane.VpcConfig.Apply(config => config.ClusterSecurityGroupId);
        // Mocks that leave out what only EKS fills in have none.
        ServiceCidr = controlPlane.KubernetesNetworkConfig.Apply(network => network?.ServiceIpv4Cidr ?? "");
        RegisterOutputs();
    }

    private void Check(string name, EksClusterArgs args)
    {
        var problems = new ConfigProblems();
        EksClusterCheck.Run(name, args, problems);
        if (!problems.IsEmpty)
        {
            throw new ResourceException(problems.Render(ComponentTypes.EksCluster), this, hideStack: true);
        }
    }

    private Kms.Key CreateKey(string name, EksClusterArgs args, ComponentResourceOptions? options)
    {
        var own = Children.Root(this, options);
        own.Protect = args.Protect;
        own.RetainOnDelete = args.Protect;
        return new Kms.Key(name, new Kms.KeyArgs
        {
            Description = $"Encrypts the Kubernetes secrets of the cluster {args.ClusterName}",
            EnableKeyRotation = true,
            DeletionWindowInDays = 30,
        }, own);
    }

    private static CustomResourceOptions ControlPlaneOptions(EksClusterArgs args, CustomResourceOptions options)
    {
        options.Protect = args.Protect;
        // Both count at creation only. A cluster that is adopted may have other values, and a change would replace it.
        options.IgnoreChanges = ["bootstrapSelfManagedAddons", "accessConfig.bootstrapClusterCreatorAdminPermissions"];
        return options;
    }

    private static Eks.ClusterArgs ControlPlane(EksClusterArgs args, Output<string> roleArn, Output<string> keyArn, Output<string>? autoNodeRoleArn) => new()
    {
        Name = args.ClusterName,
        Version = args.Version,
        RoleArn = roleArn,
        BootstrapSelfManagedAddons = false,
        DeletionProtection = args.Protect,
        EnabledClusterLogTypes = args.LogTypes,
        AccessConfig = new EksInputs.ClusterAccessConfigArgs
        {
            AuthenticationMode = "API",
            BootstrapClusterCreatorAdminPermissions = false,
        },
        EncryptionConfig = new EksInputs.ClusterEncryptionConfigArgs
        {
            Resources = "secrets",
            Provider = new EksInputs.ClusterEncryptionConfigProviderArgs { KeyArn = keyArn },
        },
        VpcConfig = Endpoints(args),
        ComputeConfig = autoNodeRoleArn is not null ? (Input<EksInputs.ClusterComputeConfigArgs>)EksAutoMode.Compute(autoNodeRoleArn) : null,
        StorageConfig = autoNodeRoleArn is not null ? (Input<EksInputs.ClusterStorageConfigArgs>)EksAutoMode.Storage : null,
        KubernetesNetworkConfig = ServiceNetwork(args),
        RemoteNetworkConfig = args.RemoteNodeCidrs.Count > 0 ? (Input<EksInputs.ClusterRemoteNetworkConfigArgs>)RemoteNetwork(args) : null,
        UpgradePolicy = new EksInputs.ClusterUpgradePolicyArgs { SupportType = args.ExtendedSupport ? "EXTENDED" : "STANDARD" },
        ZonalShiftConfig = new EksInputs.ClusterZonalShiftConfigArgs { Enabled = args.ZonalShift },
    };

    private static Input<EksInputs.ClusterKubernetesNetworkConfigArgs>? ServiceNetwork(EksClusterArgs args)
    {
        if (args is { ServiceCidr: null, AutoMode: false })
        {
            return null;
        }

        var network = new EksInputs.ClusterKubernetesNetworkConfigArgs();
        if (args.ServiceCidr is { } services)
        {
            network.ServiceIpv4Cidr = services;
        }

        if (args.AutoMode)
        {
            network.ElasticLoadBalancing = EksAutoMode.LoadBalancing;
        }

        return network;
    }

    private static EksInputs.ClusterRemoteNetworkConfigArgs RemoteNetwork(EksClusterArgs args)
    {
        var network = new EksInputs.ClusterRemoteNetworkConfigArgs
        {
            RemoteNodeNetworks = new EksInputs.ClusterRemoteNetworkConfigRemoteNodeNetworksArgs { Cidrs = args.RemoteNodeCidrs },
        };
        if (args.RemotePodCidrs.Count > 0)
        {
            network.RemotePodNetworks = new EksInputs.ClusterRemoteNetworkConfigRemotePodNetworksArgs { Cidrs = args.RemotePodCidrs };
        }

        return network;
    }

    private static EksInputs.ClusterVpcConfigArgs Endpoints(EksClusterArgs args)
    {
        var config = new EksInputs.ClusterVpcConfigArgs
        {
            SubnetIds = args.SubnetIds,
            EndpointPrivateAccess = true,
            EndpointPublicAccess = args.PublicAccessCidrs.Count > 0,
        };
        if (args.PublicAccessCidrs.Count > 0)
        {
            config.PublicAccessCidrs = args.PublicAccessCidrs;
        }

        return config;
    }

    private void AddAdministrator(string name, Eks.Cluster cluster, string principal)
    {
        var entry = new Eks.AccessEntry(name, new Eks.AccessEntryArgs
        {
            ClusterName = cluster.Name,
            PrincipalArn = principal,
            Type = "STANDARD",
        }, Children.Of(this));
        _ = new Eks.AccessPolicyAssociation($"{name}-policy", new Eks.AccessPolicyAssociationArgs
        {
            ClusterName = cluster.Name,
            PrincipalArn = entry.PrincipalArn,
            PolicyArn = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
            AccessScope = new EksInputs.AccessPolicyAssociationAccessScopeArgs { Type = "cluster" },
        }, Children.Of(this, entry));
    }
}
