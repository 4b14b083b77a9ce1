using System.Collections.Immutable;
using Infra.Components.Clusters;

namespace Infra.Components.Tests.Clusters;

public sealed class VpcCniConfigurationTests
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary<string, string>.Empty;

    [Theory]
    [InlineData(true, """{"enableNetworkPolicy":"true","env":{"ENABLE_PREFIX_DELEGATION":"true","WARM_PREFIX_TARGET":"1"}}""")]
    [InlineData(false, """{"enableNetworkPolicy":"true"}""")]
    public void Pods_get_prefixes_or_single_addresses(bool prefixes, string values) =>
        Assert.Equal(values, VpcCniConfiguration.Of(prefixes, "us-west-2", None));

    [Fact]
    public void Nodes_find_their_pods_subnet_by_the_zone_of_its_ENIConfig() => Assert.Equal(
        """{"enableNetworkPolicy":"true","eniConfig":{"create":true,"region":"us-west-2","subnets":{"us-west-2a":{"id":"subnet-a"},"us-west-2b":{"id":"subnet-b"}}},"env":{"AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG":"true","ENI_CONFIG_LABEL_DEF":"topology.kubernetes.io/zone"}}""",
        VpcCniConfiguration.Of(prefixes: false, "us-west-2", None.Add("us-west-2b", "subnet-b").Add("us-west-2a", "subnet-a")));
}
