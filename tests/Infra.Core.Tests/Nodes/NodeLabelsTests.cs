using Infra.Core.Nodes;

namespace Infra.Core.Tests.Nodes;

public sealed class NodeLabelsTests
{
    [Theory]
    [InlineData("kubernetes.io/role")]
    [InlineData("node.kubernetes.io/pool")]
    [InlineData("topology.kubernetes.io/zone")]
    [InlineData("k8s.io/x")]
    [InlineData("cluster-autoscaler.k8s.io/x")]
    [InlineData("eks.amazonaws.com/nodegroup")]
    [InlineData("custom.eks.amazonaws.com/x")]
    public void Prefixes_of_Kubernetes_and_EKS_are_reserved(string key) => Assert.True(NodeLabels.IsReserved(key));

    [Theory]
    [InlineData("team")]
    [InlineData("")]
    [InlineData("kubernetes.io")]
    [InlineData("mykubernetes.io/role")]
    [InlineData("notk8s.io/x")]
    [InlineData("k8s.io.example.com/x")]
    [InlineData("example.com/k8s.io")]
    [InlineData(NodeLabels.Pool)]
    [InlineData(NodeLabels.NvidiaGpuPresent)]
    public void Everything_else_is_free(string key) => Assert.False(NodeLabels.IsReserved(key));
}
