using Infra.Components.Network;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Components.Tests.Network;

/// <summary>Subnets whose addresses only pods have.</summary>
public sealed class PodSubnetTests
{
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Route = "aws:ec2/route:Route";

    [Fact]
    public async Task Pods_of_their_own_addresses_leave_the_VPC_like_the_nodes_of_their_zone()
    {
        var run = await Run(WithPods("100.64.0.0/16", "100.64.0.0/19", "100.64.128.0/19"));

        JsonAssert.Same("""{ "vpcId": "net-vpc-id", "cidrBlock": "100.64.0.0/16" }""", run["aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "net-pods"].Inputs);
        JsonAssert.Same(
            """
            {
              "vpcId": "net-vpc-id",
              "availabilityZone": "eu-central-1b",
              "cidrBlock": "100.64.128.0/19",
              "mapPublicIpOnLaunch": false,
              "tags": { "Name": "gpu-pods-eu-central-1b" }
            }
            """,
            run[Subnet, "net-pods-eu-central-1b"].Inputs);
        JsonAssert.Same(
            """{ "subnetId": "net-pods-eu-central-1b-id", "routeTableId": "net-private-eu-central-1b-table-id" }""",
            run["aws:ec2/routeTableAssociation:RouteTableAssociation", "net-pods-eu-central-1b-routes"].Inputs);
        Assert.Contains("aws:ec2/subnet:Subnet net-pods-eu-central-1b parent=net provider=aws after=net-pods", run.Resources().Split('\n'));
        JsonAssert.Same(
            """["10.0.0.0/16", "100.64.0.0/16"]""",
            run["aws:ec2/securityGroup:SecurityGroup", "net-endpoints"].Inputs.SelectToken("ingress[0].cidrBlocks")!);
        var network = (ClusterNetwork)run["gpu-inference:index:ClusterNetwork", "net"].Resource;
        Assert.Equal("net-pods-eu-central-1a-id", await OutputUtilities.GetValueAsync(network.PodSubnetsByZone()["eu-central-1a"]));
    }

    [Theory]
    [InlineData("10.1.0.0/16", "10.1.0.0/19", "10.1.128.0/19", "net.podCidr: 10.1.0.0/16 can't be the pods' own addresses; allowed: a part of 100.64.0.0/10")]
    [InlineData("100.64.0.0/16", "100.64.0.0/19", "100.65.0.0/19", "net.zones[1].podCidr: 100.65.0.0/19 is not within the pods' 100.64.0.0/16")]
    [InlineData("100.64.0.0/16", "100.64.0.0/19", "100.64.0.0/18", "net.zones[1].podCidr: 100.64.0.0/18 overlaps net.zones[0].podCidr, which is 100.64.0.0/19")]
    [InlineData("100.64.0.0/16", "100.64.0.0/19", null, "net.zones[1].podCidr: missing; with podCidr nodes of a zone without a subnet of pods would have no addresses for them")]
    [InlineData(null, null, "100.64.0.0/19", "net.zones[1].podCidr: the network has no podCidr, so that pods live in the private subnets; give it one or remove this")]
    public async Task Every_zone_has_a_part_of_the_pods_addresses(string? range, string? first, string? second, string problem) => Assert.Equal(
        $"1 problem in gpu-inference:index:ClusterNetwork:\n  {problem}",
        (await Assert.ThrowsAsync<ResourceException>(() => Run(WithPods(range, first, second)))).Message);

    private static ClusterNetworkArgs WithPods(string? range, string? first, string? second)
    {
        var args = Samples.Network();
        return new ClusterNetworkArgs
        {
            ClusterName = args.ClusterName,
            Region = args.Region,
            AccountId = args.AccountId,
            Cidr = args.Cidr,
            PodCidr = range,
            Zones =
            [
                new NetworkZoneArgs { Name = "eu-central-1a", PrivateCidr = "10.0.0.0/19", PublicCidr = "10.0.224.0/22", NatGateway = true, PodCidr = first },
                new NetworkZoneArgs { Name = "eu-central-1b", PrivateCidr = "10.0.128.0/19", PodCidr = second },
            ],
            InterfaceEndpoints = args.InterfaceEndpoints,
        };
    }

    private static Task<ComponentRun> Run(ClusterNetworkArgs args) => ComponentHarness.RunAsync(
        () => _ = new ClusterNetwork("net", args, Samples.In(Samples.AwsProvider())),
        Samples.Options);
}
