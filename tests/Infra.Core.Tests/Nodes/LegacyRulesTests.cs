using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;

namespace Infra.Core.Tests.Nodes;

public sealed class LegacyRulesTests
{
    [Fact]
    public void V100_needs_a_word_that_somebody_means_it()
    {
        Assert.True(InstanceCatalog.Default.TryGet("p3.2xlarge", out var type));

        Assert.Equal(
            [
                new ConfigProblem(
                    "pool.instanceTypes[1]",
                    $"'p3.2xlarge' is retired: {type.Lifecycle.Reason}; its last NVIDIA driver branch is 580, and the newest images known to run on it are vLLM 0.8.5 and Triton 24.01; "
                    + "use g4dn.xlarge, or set legacy: true on the pool if you can still get it"),
            ],
            Check(isLegacyPool: false, "g4dn.xlarge", "p3.2xlarge"));
    }

    [Fact]
    public void Whoever_says_the_word_gets_it() => Assert.Empty(Check(isLegacyPool: true, "p3.2xlarge", "p3dn.24xlarge"));

    [Fact]
    public void Current_types_need_none() => Assert.Empty(Check(isLegacyPool: false, "g4dn.xlarge", "p5.48xlarge"));

    [Fact]
    public void A_legacy_type_is_told_from_a_retired_one()
    {
        Assert.True(InstanceCatalog.Default.TryGet("p3dn.24xlarge", out var type));

        Assert.StartsWith("'p3dn.24xlarge' is a legacy type: ", LegacyRules.Describe(type));
    }

    private static IReadOnlyList<ConfigProblem> Check(bool isLegacyPool, params string[] names)
    {
        var problems = new ConfigProblems();
        LegacyRules.Check("pool", [.. names.Select(name => InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException(name))], isLegacyPool, problems);
        return problems.All;
    }
}
