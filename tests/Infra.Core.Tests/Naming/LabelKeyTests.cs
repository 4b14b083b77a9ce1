using Infra.Core.Naming;

namespace Infra.Core.Tests.Naming;

public sealed class LabelKeyTests
{
    [Theory]
    [InlineData("pool")]
    [InlineData("nvidia.com/gpu")]
    [InlineData("gpu-inference.example.com/Pool_1.x")]
    public void Kubernetes_accepts_names_with_and_without_a_domain(string key) => Assert.Null(LabelKey.Problem(key));

    [Theory]
    [InlineData("")]
    [InlineData("/gpu")]
    [InlineData("nvidia.com/")]
    [InlineData("a/b/c")]
    [InlineData("NVIDIA.com/gpu")]
    [InlineData("a b")]
    public void Everything_else_is_refused(string key) =>
        Assert.Equal(
            $"'{key}' is not a Kubernetes label key; allowed: an optional DNS domain with a '/', then a name of 1 to 63 characters, letters, digits, '-', '_' and '.', with a letter or digit at both ends",
            LabelKey.Problem(key));

    [Theory]
    [InlineData("node-role.kubernetes.io/gpu", true)]
    [InlineData("k8s.io/pool", true)]
    [InlineData("eks.amazonaws.com/nodegroup", true)]
    [InlineData("nvidia.com/gpu", false)]
    [InlineData("kubernetes.io", false)]
    public void EKS_keeps_some_domains_for_itself(string key, bool isReserved) =>
        Assert.Equal(
            isReserved ? $"'{key}' is reserved: EKS refuses node group labels that contain kubernetes.io/, k8s.io/, eks.amazonaws.com/; use a domain of your own" : null,
            LabelKey.ReservedOnNodeGroup(key));

    [Theory]
    [InlineData("karpenter.sh/nodepool", true)]
    [InlineData("x.karpenter.k8s.aws/y", true)]
    [InlineData("nvidia.com/karpenter.sh", false)]
    public void Karpenter_keeps_its_own(string key, bool isReserved) =>
        Assert.Equal(
            isReserved ? $"'{key}' is reserved: node pools refuse labels of the domains karpenter.sh, karpenter.k8s.aws; use a domain of your own" : null,
            LabelKey.ReservedByKarpenter(key));
}
