using Infra.Core.Naming;

namespace Infra.Core.Tests.Naming;

public sealed class NameRulesTests
{
    public static TheoryData<string, string, bool> Cases => new()
    {
        { nameof(NameRules.DnsLabel), "t4-pool", true },
        { nameof(NameRules.DnsLabel), "4t", true },
        { nameof(NameRules.DnsLabel), new string('a', 63), true },
        { nameof(NameRules.DnsLabel), new string('a', 64), false },
        { nameof(NameRules.DnsLabel), "", false },
        { nameof(NameRules.DnsLabel), "T4", false },
        { nameof(NameRules.DnsLabel), "a.b", false },
        { nameof(NameRules.DnsLabel), "a_b", false },
        { nameof(NameRules.DnsLabel), "-a", false },
        { nameof(NameRules.DnsLabel), "a-", false },
        { nameof(NameRules.DnsLabel), "ä", false },
        { nameof(NameRules.DnsSubdomain), "a.b-c.d", true },
        { nameof(NameRules.DnsSubdomain), new string('a', 253), true },
        { nameof(NameRules.DnsSubdomain), new string('a', 254), false },
        { nameof(NameRules.DnsSubdomain), "a..b", false },
        { nameof(NameRules.DnsSubdomain), "a.-b", false },
        { nameof(NameRules.DnsSubdomain), ".a", false },
        { nameof(NameRules.ServiceName), "t4", true },
        { nameof(NameRules.ServiceName), "4t", false },
        { nameof(NameRules.LabelValue), "", true },
        { nameof(NameRules.LabelValue), "Tesla_T4.1", true },
        { nameof(NameRules.LabelValue), "_a", false },
        { nameof(NameRules.LabelValue), new string('a', 64), false },
        { nameof(NameRules.LabelName), "", false },
        { nameof(NameRules.HelmRelease), new string('a', 53), true },
        { nameof(NameRules.HelmRelease), new string('a', 54), false },
        { nameof(NameRules.EksCluster), "Prod_1-", true },
        { nameof(NameRules.EksCluster), "_prod", false },
        { nameof(NameRules.EksCluster), "prod.eu", false },
        { nameof(NameRules.EksCluster), new string('a', 100), true },
        { nameof(NameRules.EksCluster), new string('a', 101), false },
        { nameof(NameRules.EksNodeGroup), "t4-spot", true },
        { nameof(NameRules.EksNodeGroup), new string('a', 63), true },
        { nameof(NameRules.EksNodeGroup), new string('a', 64), false },
        { nameof(NameRules.IamRole), "-models=read@x", true },
        { nameof(NameRules.IamRole), "models/read", false },
        { nameof(NameRules.IamRole), new string('a', 65), false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_rule_accepts_what_its_owner_accepts(string rule, string name, bool isAccepted)
    {
        Assert.Equal(isAccepted, Rule(rule).Accepts(name));
        Assert.Equal(isAccepted, Rule(rule).Problem(name) is null);
    }

    [Fact]
    public void A_complaint_shows_the_name_and_the_rule()
    {
        Assert.Equal(
            "'T4_pool' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends",
            NameRules.DnsLabel.Problem("T4_pool"));
        Assert.Equal(
            "'_x' is not an EKS node group name; allowed: 1 to 63 characters, letters, digits, '-' and '_', with a letter or digit first",
            NameRules.EksNodeGroup.Problem("_x"));
    }

    internal static NameRule Rule(string name) => (NameRule)typeof(NameRules).GetProperty(name)!.GetValue(null)!;
}
