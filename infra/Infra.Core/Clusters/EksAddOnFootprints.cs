using System.Collections.Immutable;
using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Resilience;
using Infra.Core.Units;

namespace Infra.Core.Clusters;

/// <summary>
/// The pods of the add-ons that EKS manages. AWS builds most of them from charts that it publishes; where one asks for nothing, the scheduler counts
/// nothing but the pod, and so does this. Requests are the sum over a pod's containers.
/// </summary>
internal static class EksAddOnFootprints
{
    private const HostAccess Driver = HostAccess.Paths | HostAccess.Privileges;
    private const string NodeMonitoringChart = "github.com/aws/eks-node-monitoring-agent, tag v1.7.0, charts";
    private static readonly IReadOnlyDictionary<string, string> _nvidiaGpus = new Dictionary<string, string> { [NodeLabels.NvidiaGpuPresent] = "true" };
    private static readonly Toleration _criticalAddons = new("CriticalAddonsOnly", null);
    private static readonly Toleration _controlPlane = new("node-role.kubernetes.io/control-plane", TaintEffect.NoSchedule);

    public static ImmutableArray<PodFootprint> PodIdentityAgent { get; } =
        [OnEveryNode("eks-pod-identity-agent", 0, 0, HostAccess.Network | HostAccess.Privileges, "github.com/aws/eks-pod-identity-agent at d4dc0f3 (2026-03-17), charts")];

    // The agent that enforces network policies asks for as much as the CNI itself.
    public static ImmutableArray<PodFootprint> VpcCni { get; } =
        [OnEveryNode("aws-node", 50, 0, Driver | HostAccess.Network, "github.com/aws/eks-charts at 27a920d, stable/aws-vpc-cni, values.yaml and templates/daemonset.yaml")];

    public static ImmutableArray<PodFootprint> KubeProxy { get; } =
        [OnEveryNode("kube-proxy", 100, 0, Driver | HostAccess.Network, "github.com/eksctl-io/eksctl at 99984adb (2026-08-21), pkg/addons/default/testdata/sample-1.23.json: what EKS installed then")];

    // The second one selects instance types with NVIDIA GPUs, of amd64 only; the label of our pools with such GPUs comes to the same but for the architecture.
    public static ImmutableArray<PodFootprint> NodeMonitoringAgent { get; } =
    [
        OnEveryNode("eks-node-monitoring-agent", 10, 30, Driver | HostAccess.Network | HostAccess.Processes, NodeMonitoringChart),
        OnEveryNode("dcgm-server", 0, 0, HostAccess.Network | HostAccess.Privileges, NodeMonitoringChart) with { Selectors = [_nvidiaGpus] },
    ];

    public static ImmutableArray<PodFootprint> CoreDns { get; } =
        [Controller("coredns", 2, 100, 70, HostAccess.None, "github.com/eksctl-io/eksctl at 99984adb (2026-08-21), pkg/addons/default/assets/coredns-1.35.json; budget: EKS user guide, \"Manage CoreDNS for DNS in Amazon EKS clusters\"", _criticalAddons, _controlPlane) with { Budget = DisruptionBudget.OneAtATime, Spread = [NodeLabels.Zone, NodeLabels.Hostname] }];

    public static ImmutableArray<PodFootprint> MetricsServer { get; } =
        [Controller("metrics-server", 2, 100, 200, HostAccess.None, "github.com/kubernetes-sigs/metrics-server at 5ed5d3a2 (2026-08-04), chart; two replicas: AWS re:Post, \"Kubernetes Metrics Server setup recommendations\"")];

    // Plugin, provisioner, attacher, snapshotter, resizer, and the probe, which asks for less memory.
    public static ImmutableArray<PodFootprint> EbsCsiDriver { get; } =
    [
        Controller("ebs-csi-controller", 2, 60, 232, HostAccess.None, EbsChart, _criticalAddons, new Toleration("", TaintEffect.NoExecute)) with { Budget = DisruptionBudget.OneAtATime, Spread = [NodeLabels.Hostname] },
        OnEveryNode("ebs-csi-node", 30, 104, Driver, EbsChart),
    ];

    public static ImmutableArray<PodFootprint> SnapshotController { get; } =
        [Controller("snapshot-controller", 2, 0, 0, HostAccess.None, "github.com/kubernetes-csi/external-snapshotter at afb2f0d8 (2026-08-21), deploy/kubernetes/snapshot-controller")];

    public static ImmutableArray<PodFootprint> EfsCsiDriver { get; } =
    [
        Controller("efs-csi-controller", 2, 0, 0, HostAccess.Privileges, EfsChart, _criticalAddons, new Toleration("efs.csi.aws.com/agent-not-ready", null)),
        OnEveryNode("efs-csi-node", 0, 0, Driver | HostAccess.Network, EfsChart),
    ];

    public static ImmutableArray<PodFootprint> FsxCsiDriver { get; } =
    [
        Controller("fsx-csi-controller", 2, 40, 136, HostAccess.Privileges, FsxChart, _criticalAddons, new Toleration("", TaintEffect.NoExecute)),
        OnEveryNode("fsx-csi-node", 30, 104, Driver, FsxChart),
    ];

    // Each volume in use adds a pod beside the one that uses it, on that pod's node.
    public static ImmutableArray<PodFootprint> S3CsiDriver { get; } =
    [
        Controller("s3-csi-controller", 1, 0, 0, HostAccess.None, S3Chart),
        OnEveryNode("s3-csi-node", 30, 120, Driver, S3Chart),
    ];

    private const string EbsChart = "github.com/kubernetes-sigs/aws-ebs-csi-driver, tag v1.63.1, charts/aws-ebs-csi-driver";
    private const string EfsChart = "github.com/kubernetes-sigs/aws-efs-csi-driver at a4fc6760 (2026-07-24, v3.4.1), charts/aws-efs-csi-driver";
    private const string FsxChart = "github.com/kubernetes-sigs/aws-fsx-csi-driver at 5b227125 (2026-04-21, v1.9.0), charts/aws-fsx-csi-driver";
    private const string S3Chart = "github.com/awslabs/mountpoint-s3-csi-driver at 57c6bed (2026-08-08, v2.7.0), charts/aws-mountpoint-s3-csi-driver";

    private static PodFootprint OnEveryNode(string workload, int millicores, int mebibytes, HostAccess access, string source) => new()
    {
        Workload = workload,
        Kind = WorkloadKind.DaemonSet,
        Cpu = new CpuQuantity(millicores),
        Memory = ByteSize.FromMebibytes(mebibytes),
        Tolerations = [Toleration.Everything],
        HostAccess = access,
        Source = source,
    };

    private static PodFootprint Controller(
        string workload, int replicas, int millicores, int mebibytes, HostAccess access, string source, params ImmutableArray<Toleration> tolerations) => new()
        {
            Workload = workload,
            Kind = WorkloadKind.Deployment,
            Replicas = replicas,
            Cpu = new CpuQuantity(millicores),
            Memory = ByteSize.FromMebibytes(mebibytes),
            Tolerations = tolerations,
            HostAccess = access,
            Source = source,
        };
}
