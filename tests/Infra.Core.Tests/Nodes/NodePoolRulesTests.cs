using Infra.Core.Configuration;
using Infra.Core.Nodes;

namespace Infra.Core.Tests.Nodes;

public sealed class NodePoolRulesTests
{
    private const string Usable = "there are: AL2023_x86_64_NVIDIA, AL2023_ARM_64_NVIDIA, BOTTLEROCKET_x86_64_NVIDIA, BOTTLEROCKET_ARM_64_NVIDIA";

    [Theory]
    [InlineData("AL2023_x86_64_NVIDIA", "g4dn.xlarge", "g4dn.12xlarge")]
    [InlineData("BOTTLEROCKET_x86_64_NVIDIA", "g4dn.12xlarge")]
    [InlineData("AL2023_ARM_64_NVIDIA", "g5g.xlarge")]
    public void A_possible_pool_gives_its_types_in_order(string ami, params string[] types)
    {
        var problems = new ConfigProblems();

        var known = NodePoolRules.Check("pool", types, ami, [new("team", "vision"), new("gpu.example.com/kind", "big")], problems);

        Assert.Equal([], problems.All);
        Assert.Equal(types, known.Select(type => type.Name));
    }

    [Theory]
    [InlineData("AL2024_NVIDIA", $"'AL2024_NVIDIA' is no EKS AMI type that is known here; {Usable}")]
    [InlineData("AL2_x86_64_GPU", $"'AL2_x86_64_GPU' is retired: AWS stopped publishing Amazon Linux 2 images for EKS on 2025-11-26; {Usable}")]
    [InlineData("AL2023_x86_64_STANDARD", $"'AL2023_x86_64_STANDARD' has no NVIDIA driver; {Usable}")]
    public void An_AMI_type_has_a_driver_and_is_published(string ami, string message) =>
        Assert.Equal([new ConfigProblem("pool.amiType", message)], Check(["g4dn.xlarge"], ami));

    [Theory]
    [InlineData("g4dn.xlrage", "'g4dn.xlrage' is not in the catalogue of GPU instance types; did you mean 'g4dn.xlarge'?")]
    [InlineData("quantum", "'quantum' is not in the catalogue of GPU instance types")]
    [InlineData("c6i.large", "'c6i.large' has no whole NVIDIA GPU; use a type such as g4dn.xlarge")]
    [InlineData("g4ad.xlarge", "'g4ad.xlarge' has no whole NVIDIA GPU; use a type such as g4dn.xlarge")]
    [InlineData("g5g.xlarge", "'g5g.xlarge' is arm64, but the AMI type AL2023_x86_64_NVIDIA is amd64; use instance types and an AMI type of one architecture")]
    public void An_instance_type_has_NVIDIA_GPUs_and_boots_the_AMI(string type, string message) =>
        Assert.Equal([new ConfigProblem("pool.instanceTypes[1]", message)], Check(["g4dn.xlarge", type], "AL2023_x86_64_NVIDIA"));

    [Theory]
    [InlineData("g4dn.xlarge", "'g4dn.xlarge' is listed already; name a type once")]
    [InlineData("p4d.24xlarge", "'p4d.24xlarge' has a100 GPUs, but 'g4dn.xlarge' has t4; one pool has one kind of GPU, so make another pool")]
    [InlineData("g5.tiny", "'g5.tiny' is not in the catalogue of GPU instance types; there are: g5.12xlarge, g5.16xlarge, g5.24xlarge, g5.2xlarge, g5.48xlarge, g5.4xlarge, g5.8xlarge, g5.xlarge")]
    public void A_pool_has_one_kind_of_GPU(string type, string message) =>
        Assert.Equal([new ConfigProblem("pool.instanceTypes[1]", message)], Check(["g4dn.xlarge", type], "AL2023_x86_64_NVIDIA"));

    [Theory]
    [InlineData("node.kubernetes.io/role", "'node.kubernetes.io/role' is reserved: EKS refuses node group labels that contain kubernetes.io/, k8s.io/, eks.amazonaws.com/; use a domain of your own")]
    [InlineData("gpu-inference/pool", "the pool sets this label itself; remove it")]
    [InlineData("nvidia.com/gpu.present", "the pool sets this label itself; remove it")]
    [InlineData("k8s.amazonaws.com/accelerator", "the pool sets this label itself; remove it")]
    public void Labels_stay_off_what_others_own(string label, string message) => Assert.Equal(
        [new ConfigProblem($"pool.labels[\"{label}\"]", message)],
        Check(["g4dn.xlarge"], "AL2023_x86_64_NVIDIA", "team", label));

    [Fact]
    public void All_problems_come_together_in_the_order_of_the_document() => Assert.Equal(
        ["pool.amiType", "pool.instanceTypes[0]", "pool.instanceTypes[2]", "pool.labels[\"k8s.io/x\"]"],
        Check(["quantum", "g4dn.xlarge", "c6i.large"], "nothing", "k8s.io/x").Select(problem => problem.Path));

    private static IReadOnlyList<ConfigProblem> Check(string[] types, string ami, params string[] labels)
    {
        var problems = new ConfigProblems();
        NodePoolRules.Check("pool", types, ami, labels.Select(label => KeyValuePair.Create(label, "x")), problems);
        return problems.All;
    }
}
