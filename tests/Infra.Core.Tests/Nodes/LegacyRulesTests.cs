using Infra.Core.Catalog;
using Infra.Core.Nodes;

namespace Infra.Core.Tests.Nodes;

public sealed class LegacyRulesTests
{
    [Fact]
    public void V100_needs_a_word_that_somebody_means_it()
    {
        var type = Type("p3.2xlarge");

        Assert.Equal(
            $"'p3.2xlarge' is retired: {type.Lifecycle.Reason}; its last NVIDIA driver branch is 580, and the newest images known to run on it are vLLM 0.8.5 and Triton 24.01; "
            + "use g4dn.xlarge, or set legacy: true on the pool if you can still get it",
            LegacyRules.Problem(type));
    }

    [Theory]
    [InlineData("g4dn.xlarge")]
    [InlineData("p5.48xlarge")]
    public void Current_types_need_none(string type) => Assert.Null(LegacyRules.Problem(Type(type)));

    [Fact]
    public void A_legacy_type_is_told_from_a_retired_one() =>
        Assert.StartsWith("'p3dn.24xlarge' is a legacy type: ", LegacyRules.Describe(Type("p3dn.24xlarge")));

    private static InstanceType Type(string name) =>
        InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException(name);
}
