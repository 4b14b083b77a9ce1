using Infra.Core.Clusters;
using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Clusters;

public sealed class EksAddOnsTests
{
    public static TheoryData<string> Names => [.. EksAddOns.All.Select(addOn => addOn.Name)];

    [Fact]
    public void What_pods_need_to_start_is_there_before_nodes_and_what_needs_nodes_comes_after()
    {
        Assert.Equal(
            ["eks-pod-identity-agent", "vpc-cni", "kube-proxy", "eks-node-monitoring-agent"],
            EksAddOns.All.Where(addOn => !addOn.NeedsNodes).Select(addOn => addOn.Name));
        Assert.Equal(
            ["coredns", "metrics-server", "aws-ebs-csi-driver", "snapshot-controller", "aws-efs-csi-driver", "aws-fsx-csi-driver", "aws-mountpoint-s3-csi-driver"],
            EksAddOns.All.Where(addOn => addOn.NeedsNodes).Select(addOn => addOn.Name));
    }

    [Fact]
    public void Roles_are_handed_out_before_anybody_takes_one() => Assert.Equal("eks-pod-identity-agent", EksAddOns.All[0].Name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Policies_belong_to_service_accounts_and_facts_to_sources(string name)
    {
        Assert.True(EksAddOns.TryGet(name, out var addOn));

        Assert.False(addOn.ServiceAccounts.IsEmpty && !addOn.PolicyArns.IsEmpty);
        Assert.Contains("user guide", addOn.Source, StringComparison.Ordinal);
        Assert.True(addOn.Configuration is null || JToken.Parse(addOn.Configuration) is JObject);
    }

    // What AWS' own manifests ask for, read at their repositories; an update of a pin is the moment to read them again.
    [Fact]
    public void Their_pods_are_declared() => Assert.Equal(
        """
        eks-pod-identity-agent: DaemonSet eks-pod-identity-agent 0 0
        vpc-cni: DaemonSet aws-node 50m 0
        kube-proxy: DaemonSet kube-proxy 100m 0
        eks-node-monitoring-agent: DaemonSet eks-node-monitoring-agent 10m 30Mi
        eks-node-monitoring-agent: DaemonSet dcgm-server 0 0
        coredns: 2 coredns 100m 70Mi
        metrics-server: 2 metrics-server 100m 200Mi
        aws-ebs-csi-driver: 2 ebs-csi-controller 60m 232Mi
        aws-ebs-csi-driver: DaemonSet ebs-csi-node 30m 104Mi
        snapshot-controller: 2 snapshot-controller 0 0
        aws-efs-csi-driver: 2 efs-csi-controller 0 0
        aws-efs-csi-driver: DaemonSet efs-csi-node 0 0
        aws-fsx-csi-driver: 2 fsx-csi-controller 40m 136Mi
        aws-fsx-csi-driver: DaemonSet fsx-csi-node 30m 104Mi
        aws-mountpoint-s3-csi-driver: 1 s3-csi-controller 0 0
        aws-mountpoint-s3-csi-driver: DaemonSet s3-csi-node 30m 120Mi
        """,
        string.Join('\n', EksAddOns.All.SelectMany(addOn => addOn.Footprint.Select(pod =>
            $"{addOn.Name}: {(pod.Kind == WorkloadKind.DaemonSet ? "DaemonSet" : $"{pod.Replicas}")} {pod.Workload} {pod.Cpu} {pod.Memory}"))));

    // Nodes with GPUs have taints, and need network, volumes and repair too.
    [Fact]
    public void What_is_on_every_node_tolerates_everything() => Assert.All(
        EksAddOns.All.SelectMany(addOn => addOn.Footprint),
        pod => Assert.Equal(pod.Kind == WorkloadKind.DaemonSet, pod.Tolerations.Contains(Toleration.Everything)));

    // Kept away by a pool's taint, it would have the agent report every GPU as broken (aws/containers-roadmap #2567).
    [Fact]
    public void The_agent_of_GPUs_tolerates_the_taints_of_their_pools()
    {
        Assert.Equal("""{"dcgmAgent":{"tolerations":[{"operator":"Exists"}]}}""", EksAddOns.NodeMonitoringAgent.Configuration);
        var gpus = Assert.Single(EksAddOns.NodeMonitoringAgent.Footprint, pod => pod.Workload == "dcgm-server");
        Assert.Equal("true", Assert.Single(gpus.Selectors)["nvidia.com/gpu.present"]);
    }

    [Fact]
    public void A_name_that_EKS_doesnt_have_is_none() => Assert.False(EksAddOns.TryGet("ebs-csi", out _));
}
