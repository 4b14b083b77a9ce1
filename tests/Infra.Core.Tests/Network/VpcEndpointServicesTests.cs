using Infra.Core.Network;

namespace Infra.Core.Tests.Network;

public sealed class VpcEndpointServicesTests
{
    [Fact]
    public void A_private_cluster_reaches_without_the_internet_what_nodes_need_to_join_and_pods_to_start() => Assert.Equal(
        ["ecr.api", "ecr.dkr", "sts", "ec2", "eks", "eks-auth", "elasticloadbalancing", "autoscaling", "logs"],
        VpcEndpointServices.Defaults.ToArray());

    [Fact]
    public void Every_service_is_listed_once_with_who_calls_it()
    {
        Assert.Equal(VpcEndpointServices.All.Length, VpcEndpointServices.All.Select(service => service.Name).Distinct().Count());
        Assert.All(VpcEndpointServices.All, service => Assert.Contains(' ', service.Caller));
    }

    [Theory]
    [InlineData("ssm", null)]
    [InlineData("s3", "'s3' has a gateway endpoint already, which costs nothing; remove it")]
    public void An_entry_is_judged(string name, string? problem) => Assert.Equal(problem, VpcEndpointServices.Problem([name], 0));
}
