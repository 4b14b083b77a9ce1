using Infra.Core.Configuration;
using Infra.Core.Nodes;

namespace Infra.Core.Tests.Nodes;

public sealed class SystemPoolRulesTests
{
    [Theory]
    [InlineData("AL2023_x86_64_STANDARD", "m6i.large")]
    [InlineData("BOTTLEROCKET_ARM_64", "m7g.large")]
    public void A_pool_of_plain_nodes_is_right(string ami, string type)
    {
        var problems = new ConfigProblems();

        Assert.Equal(ami, SystemPoolRules.Check("pool", [type], ami, [], problems)?.Name);
        Assert.True(problems.IsEmpty);
    }

    [Theory]
    [InlineData("AL2_x86_64", "'AL2_x86_64' is retired: AWS stopped publishing Amazon Linux 2 images for EKS on 2025-11-26")]
    [InlineData("AL2023_x86_64_NVIDIA", "'AL2023_x86_64_NVIDIA' is for nodes with accelerators")]
    [InlineData("UBUNTU", "'UBUNTU' is no EKS AMI type that is known here")]
    public void Another_AMI_type_is_refused(string ami, string found)
    {
        var problems = new ConfigProblems();

        Assert.Null(SystemPoolRules.Check("pool", ["m6i.large"], ami, [], problems));
        var problem = Assert.Single(problems.All);
        Assert.Equal("pool.amiType", problem.Path);
        Assert.Equal($"{found}; there are: AL2023_x86_64_STANDARD, AL2023_ARM_64_STANDARD, BOTTLEROCKET_x86_64, BOTTLEROCKET_ARM_64", problem.Message);
    }

    [Theory]
    [InlineData("m6i.lage", "'m6i.lage' is not in the catalogue of instance types; did you mean 'm6i.large'?")]
    [InlineData("quantum.large", "'quantum.large' is not in the catalogue of instance types; use a type such as m6i.large")]
    [InlineData("g4dn.xlarge", "'g4dn.xlarge' has accelerators, which controllers would block; use a type without")]
    [InlineData("m7g.large", "'m7g.large' is arm64, but the AMI type AL2023_x86_64_STANDARD is amd64; use instance types and an AMI type of one architecture")]
    public void Another_type_is_refused(string type, string message)
    {
        var problems = new ConfigProblems();

        SystemPoolRules.Check("pool", ["m6i.large", type], "AL2023_x86_64_STANDARD", [], problems);

        var problem = Assert.Single(problems.All);
        Assert.Equal(("pool.instanceTypes[1]", message), (problem.Path, problem.Message));
    }

    [Fact]
    public void Types_and_labels_are_judged_one_by_one()
    {
        var problems = new ConfigProblems();

        SystemPoolRules.Check("pool", [], "AL2023_x86_64_STANDARD", [new("k8s.io/role", "system")], problems);

        Assert.Equal(
            """
            2 problems in x:
              pool.instanceTypes: there is none; name at least one type, such as m6i.large
              pool.labels["k8s.io/role"]: 'k8s.io/role' is reserved: EKS refuses node group labels that contain kubernetes.io/, k8s.io/, eks.amazonaws.com/; use a domain of your own
            """,
            problems.Render("x"));
    }
}
