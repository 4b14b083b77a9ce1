using Infra.Core.Configuration;
using Infra.Core.Nodes;

namespace Infra.Core.Tests.Nodes;

public sealed class NodePoolRulesTests
{
    private const string Usable =
        "there are: AL2023_x86_64_NVIDIA, AL2023_ARM_64_NVIDIA, AL2023_x86_64_NEURON, BOTTLEROCKET_x86_64_NVIDIA, BOTTLEROCKET_ARM_64_NVIDIA";

    private static readonly NodePoolSpec _t4 = new() { InstanceTypes = ["g4dn.xlarge"], AmiType = "AL2023_x86_64_NVIDIA" };

    [Theory]
    [InlineData("AL2023_x86_64_NVIDIA", "g4dn.xlarge", "g4dn.12xlarge")]
    [InlineData("BOTTLEROCKET_x86_64_NVIDIA", "g4dn.12xlarge")]
    [InlineData("AL2023_ARM_64_NVIDIA", "g5g.xlarge")]
    [InlineData("AL2023_x86_64_NEURON", "inf2.xlarge", "inf2.8xlarge")]
    public void A_possible_pool_gives_its_types_in_order(string ami, params string[] types)
    {
        var problems = new ConfigProblems();

        var pool = NodePoolRules.Check(
            "pool",
            new NodePoolSpec { InstanceTypes = types, AmiType = ami, Labels = new Dictionary<string, string> { ["team"] = "vision", ["gpu.example.com/kind"] = "big" } },
            problems);

        Assert.Equal([], problems.All);
        Assert.Equal(types, pool.InstanceTypes.Select(type => type.Name));
        Assert.Equal(ami, pool.Ami?.Name);
    }

    [Theory]
    [InlineData("g4dn.xlarge", "AL2023_x86_64_NVIDIA")]
    [InlineData("p5.48xlarge", "AL2023_x86_64_NVIDIA")]
    [InlineData("g5g.xlarge", "AL2023_ARM_64_NVIDIA")]
    [InlineData("inf2.xlarge", "AL2023_x86_64_NEURON")]
    [InlineData("trn1.32xlarge", "AL2023_x86_64_NEURON")]
    [InlineData("c6i.large", "AL2023_x86_64_NVIDIA")]
    [InlineData("nothing", "AL2023_x86_64_NVIDIA")]
    public void Without_a_name_the_AMI_type_fits_the_instance_type(string type, string ami) =>
        Assert.Equal(ami, new NodePoolSpec { InstanceTypes = [type] }.AmiTypeName);

    [Theory]
    [InlineData("AL2024_NVIDIA", $"'AL2024_NVIDIA' is no EKS AMI type that is known here; {Usable}")]
    [InlineData("AL2_x86_64_GPU", $"'AL2_x86_64_GPU' is retired: AWS stopped publishing Amazon Linux 2 images for EKS on 2025-11-26; {Usable}")]
    [InlineData("AL2023_x86_64_STANDARD", $"'AL2023_x86_64_STANDARD' has no driver of an accelerator; {Usable}")]
    public void An_AMI_type_has_a_driver_and_is_published(string ami, string message) =>
        Assert.Equal([new ConfigProblem("pool.amiType", message)], Check(_t4 with { AmiType = ami }));

    [Theory]
    [InlineData("g4dn.xlrage", "'g4dn.xlrage' is not in the catalogue of GPU instance types; did you mean 'g4dn.xlarge'?")]
    [InlineData("quantum", "'quantum' is not in the catalogue of GPU instance types; './run catalog instances' lists the types, of the families g4dn, g5, g5g, g6, g6e, g7e, gr6, inf1, inf2, p3, p3dn, p4d, p4de, p5, p5e, p5en, p6-b200, p6-b300, trn1, trn1n, trn2")]
    [InlineData("dl1.24xlarge", "'dl1.24xlarge' is not in the catalogue of GPU instance types; './run catalog instances' lists the types, of the families g4dn, g5, g5g, g6, g6e, g7e, gr6, inf1, inf2, p3, p3dn, p4d, p4de, p5, p5e, p5en, p6-b200, p6-b300, trn1, trn1n, trn2; AMD Instinct and Intel Gaudi are for edgePools and existingNodes")]
    [InlineData("c6i.large", "'c6i.large' has no whole NVIDIA GPU and no Neuron device; use a type such as g4dn.xlarge")]
    [InlineData("g4ad.xlarge", "'g4ad.xlarge' has no whole NVIDIA GPU and no Neuron device; use a type such as g4dn.xlarge; AMD Instinct and Intel Gaudi are for edgePools and existingNodes")]
    [InlineData("g6f.xlarge", "'g6f.xlarge' has no whole NVIDIA GPU and no Neuron device; use a type such as g4dn.xlarge")]
    [InlineData("g5g.xlarge", "'g5g.xlarge' is arm64, but the AMI type AL2023_x86_64_NVIDIA is amd64; use instance types and an AMI type of one architecture")]
    [InlineData("inf2.xlarge", "'inf2.xlarge' has inferentia2 devices, for which the AMI type AL2023_x86_64_NVIDIA has no driver; use AL2023_x86_64_NEURON")]
    public void An_instance_type_has_accelerators_and_boots_the_AMI(string type, string message) =>
        Assert.Equal([new ConfigProblem("pool.instanceTypes[1]", message)], Check(_t4 with { InstanceTypes = ["g4dn.xlarge", type] }));

    [Theory]
    [InlineData("g4dn.xlarge", "'g4dn.xlarge' is listed already; name a type once")]
    [InlineData("p4d.24xlarge", "'p4d.24xlarge' has a100 accelerators, but 'g4dn.xlarge' has t4; one pool has one kind, so make another pool")]
    [InlineData("g5.tiny", "'g5.tiny' is not in the catalogue of GPU instance types; there are: g5.12xlarge, g5.16xlarge, g5.24xlarge, g5.2xlarge, g5.48xlarge, g5.4xlarge, g5.8xlarge, g5.xlarge")]
    public void A_pool_has_one_kind_of_accelerator(string type, string message) =>
        Assert.Equal([new ConfigProblem("pool.instanceTypes[1]", message)], Check(_t4 with { InstanceTypes = ["g4dn.xlarge", type] }));

    [Fact]
    public void A_legacy_type_needs_the_switch()
    {
        var v100 = _t4 with { InstanceTypes = ["p3.2xlarge"] };

        Assert.Equal(
            [
                new ConfigProblem(
                    "pool.instanceTypes[0]",
                    "'p3.2xlarge' is retired: AWS asked its users to leave P3 by 2025-12-20, and EC2 no longer describes this type in the commercial regions; a price is still listed, which proves nothing; "
                    + "its last NVIDIA driver branch is 580, and the newest images known to run on it are vLLM 0.8.5 and Triton 24.01; "
                    + "use g4dn.xlarge, or set legacy: true on the pool if you can still get it"),
            ],
            Check(v100));
        Assert.Empty(Check(v100 with { Legacy = true }));
    }

    [Fact]
    public void Local_disks_are_asked_of_types_that_have_them()
    {
        Assert.Equal(
            [new ConfigProblem("pool.instanceTypes[0]", "'inf2.xlarge' has no local NVMe disk; remove localNvme, or leave the type out")],
            Check(new NodePoolSpec { InstanceTypes = ["inf2.xlarge"], LocalNvme = true }));
        Assert.Empty(Check(_t4 with { LocalNvme = true }));
    }

    [Theory]
    [InlineData("node.kubernetes.io/role", "'node.kubernetes.io/role' is reserved: EKS refuses node group labels that contain kubernetes.io/, k8s.io/, eks.amazonaws.com/; use a domain of your own")]
    [InlineData("gpu-inference/pool", "the pool sets this label itself; remove it")]
    [InlineData("nvidia.com/gpu.present", "the pool sets this label itself; remove it")]
    [InlineData("nvidia.com/mig.config", "the pool sets this label itself; remove it")]
    [InlineData("k8s.amazonaws.com/accelerator", "the pool sets this label itself; remove it")]
    public void Labels_stay_off_what_others_own(string label, string message) => Assert.Equal(
        [new ConfigProblem($"pool.labels[\"{label}\"]", message)],
        Check(_t4 with { Labels = new Dictionary<string, string> { ["team"] = "x", [label] = "x" } }));

    [Fact]
    public void Neuron_devices_are_not_shared_in_the_ways_of_GPUs() => Assert.Equal(
        [new ConfigProblem("pool.sharing", "'inf2.xlarge' has Neuron devices, which pods share by asking for aws.amazon.com/neuroncore; remove it")],
        Check(new NodePoolSpec { InstanceTypes = ["inf2.xlarge"], Sharing = new GpuSharingRequest { TimeSlicing = 2 } }));

    [Fact]
    public void Bottlerocket_has_no_MIG_manager()
    {
        var a100 = new NodePoolSpec { InstanceTypes = ["p4d.24xlarge"], AmiType = "BOTTLEROCKET_x86_64_NVIDIA" };

        Assert.Equal(
            [new ConfigProblem("pool.sharing.mig", "BOTTLEROCKET_x86_64_NVIDIA knows no named layouts, which NVIDIA's MIG manager applies; use AL2023_x86_64_NVIDIA")],
            Check(a100 with { Sharing = new GpuSharingRequest { MigLayout = "all-1g.5gb" } }));
        Assert.Empty(Check(a100 with { Sharing = new GpuSharingRequest { TimeSlicing = 4 } }));
    }

    [Fact]
    public void MIG_on_a_T4_is_refused_at_the_pool() => Assert.Equal(
        ["pool.sharing.mig"],
        Check(_t4 with { Sharing = new GpuSharingRequest { MigLayout = "all-1g.5gb" } }).Select(problem => problem.Path));

    [Fact]
    public void All_problems_come_together() => Assert.Equal(
        ["pool.amiType", "pool.instanceTypes[0]", "pool.instanceTypes[2]", "pool.labels[\"k8s.io/x\"]"],
        Check(new NodePoolSpec { InstanceTypes = ["quantum", "g4dn.xlarge", "c6i.large"], AmiType = "nothing", Labels = new Dictionary<string, string> { ["k8s.io/x"] = "x" } })
            .Select(problem => problem.Path));

    private static IReadOnlyList<ConfigProblem> Check(NodePoolSpec spec)
    {
        var problems = new ConfigProblems();
        NodePoolRules.Check("pool", spec, problems);
        return problems.All;
    }
}
