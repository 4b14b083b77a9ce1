using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Infra.Core.Versions;

namespace Infra.Core.Clusters;

/// <summary>The add-ons that a cluster can have, in the order in which they are made. Their versions stand in <see cref="AddOnPins"/>.</summary>
public static class EksAddOns
{
    private const string UserGuide = "EKS user guide, workloads-add-ons-available-eks, at 027430e0";

    /// <summary>The agent that hands roles to pods.</summary>
    public static EksAddOnSpec PodIdentityAgent { get; } = new()
    {
        Name = "eks-pod-identity-agent",
        NeedsNodes = false,
        Footprint = EksAddOnFootprints.PodIdentityAgent,
        Source = UserGuide,
    };

    /// <summary>
    /// Configuration values of <see cref="PodIdentityAgent"/> where there are nodes outside AWS: a second daemon set, for hosts without EC2's metadata (EKS user guide,
    /// "Configure add-ons for hybrid nodes").
    /// </summary>
    public const string PodIdentityOnHybridNodes = """{"daemonsets":{"hybrid":{"create":true}}}""";

    /// <summary>The network of pods. How it gives them addresses is the environment's choice, and so are its configuration values.</summary>
    public static EksAddOnSpec VpcCni { get; } = new()
    {
        Name = "vpc-cni",
        NeedsNodes = false,
        ServiceAccounts = ["aws-node"],
        PolicyArns = ["arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"],
        Footprint = EksAddOnFootprints.VpcCni,
        Source = UserGuide + "; cni-network-policy-configure; cni-increase-ip-addresses-procedure",
    };

    /// <summary>Services on nodes.</summary>
    public static EksAddOnSpec KubeProxy { get; } = new()
    {
        Name = "kube-proxy",
        NeedsNodes = false,
        Footprint = EksAddOnFootprints.KubeProxy,
        Source = UserGuide,
    };

    /// <summary>
    /// Health of nodes, on which node repair acts. On nodes with GPUs it asks a second daemon set, which tolerates no taint by itself; where that is kept away it reports
    /// the GPUs as broken (reason <c>DCGMError</c>).
    /// </summary>
    public static EksAddOnSpec NodeMonitoringAgent { get; } = new()
    {
        Name = "eks-node-monitoring-agent",
        NeedsNodes = false,
        Configuration = """{"dcgmAgent":{"tolerations":[{"operator":"Exists"}]}}""",
        Footprint = EksAddOnFootprints.NodeMonitoringAgent,
        Source = UserGuide,
    };

    /// <summary>DNS of the cluster.</summary>
    public static EksAddOnSpec CoreDns { get; } = new()
    {
        Name = "coredns",
        NeedsNodes = true,
        Footprint = EksAddOnFootprints.CoreDns,
        Source = UserGuide,
    };

    /// <summary>CPU and memory of pods, which the pod autoscaler reads.</summary>
    public static EksAddOnSpec MetricsServer { get; } = new()
    {
        Name = "metrics-server",
        NeedsNodes = true,
        Footprint = EksAddOnFootprints.MetricsServer,
        Source = "EKS user guide, community-addons",
    };

    /// <summary>Volumes on EBS.</summary>
    public static EksAddOnSpec EbsCsiDriver { get; } = new()
    {
        Name = "aws-ebs-csi-driver",
        NeedsNodes = true,
        ServiceAccounts = ["ebs-csi-controller-sa"],
        PolicyArns = ["arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy"],
        Footprint = EksAddOnFootprints.EbsCsiDriver,
        Source = UserGuide,
    };

    /// <summary>Snapshots of volumes.</summary>
    public static EksAddOnSpec SnapshotController { get; } = new()
    {
        Name = "snapshot-controller",
        NeedsNodes = true,
        Footprint = EksAddOnFootprints.SnapshotController,
        Source = UserGuide,
    };

    /// <summary>Volumes on EFS.</summary>
    public static EksAddOnSpec EfsCsiDriver { get; } = new()
    {
        Name = "aws-efs-csi-driver",
        NeedsNodes = true,
        ServiceAccounts = ["efs-csi-controller-sa", "efs-csi-node-sa"],
        PolicyArns = ["arn:aws:iam::aws:policy/service-role/AmazonEFSCSIDriverPolicy"],
        Footprint = EksAddOnFootprints.EfsCsiDriver,
        Source = UserGuide,
    };

    /// <summary>
    /// Volumes on FSx for Lustre. It may look file systems up, not make them: one that a claim makes is in no plan and no budget, and AWS' own policy for
    /// it is full access to FSx.
    /// </summary>
    public static EksAddOnSpec FsxCsiDriver { get; } = new()
    {
        Name = "aws-fsx-csi-driver",
        NeedsNodes = true,
        ServiceAccounts = ["fsx-csi-controller-sa"],
        Policy = """{"Version":"2012-10-17","Statement":[{"Sid":"FindFileSystems","Effect":"Allow","Action":"fsx:DescribeFileSystems","Resource":"*"}]}""",
        Footprint = EksAddOnFootprints.FsxCsiDriver,
        Source = UserGuide,
    };

    /// <summary>Buckets as volumes. Its pods on nodes must tolerate the taints of GPU pools, which not every version does by itself.</summary>
    public static EksAddOnSpec S3CsiDriver { get; } = new()
    {
        Name = "aws-mountpoint-s3-csi-driver",
        NeedsNodes = true,
        ServiceAccounts = ["s3-csi-driver-sa"],
        Configuration = """{"node":{"tolerateAllTaints":true}}""",
        Footprint = EksAddOnFootprints.S3CsiDriver,
        Source = UserGuide + "; awslabs/mountpoint-s3-csi-driver, values.yaml of v2.7.0",
    };

    /// <summary>What every cluster has.</summary>
    public static ImmutableArray<EksAddOnSpec> Base { get; } =
        [PodIdentityAgent, VpcCni, KubeProxy, NodeMonitoringAgent, CoreDns, MetricsServer, EbsCsiDriver, SnapshotController];

    /// <summary>
    /// Those of them that EKS Auto Mode brings on its nodes; a cluster without other nodes needs none of them (EKS user guide, "Automate cluster
    /// infrastructure with EKS Auto Mode", and for the node monitoring agent "Detect node health issues").
    /// </summary>
    public static ImmutableArray<EksAddOnSpec> OfAutoMode { get; } = [PodIdentityAgent, VpcCni, KubeProxy, NodeMonitoringAgent, CoreDns, EbsCsiDriver];

    /// <summary>What a cluster has if it is asked for.</summary>
    public static ImmutableArray<EksAddOnSpec> Optional { get; } = [EfsCsiDriver, FsxCsiDriver, S3CsiDriver];

    /// <summary>All that are known.</summary>
    public static ImmutableArray<EksAddOnSpec> All { get; } = [.. Base, .. Optional];

    /// <summary>Finds an add-on by its exact name.</summary>
    public static bool TryGet(string name, [NotNullWhen(true)] out EksAddOnSpec? addOn)
    {
        addOn = All.FirstOrDefault(candidate => candidate.Name == name);
        return addOn is not null;
    }
}
