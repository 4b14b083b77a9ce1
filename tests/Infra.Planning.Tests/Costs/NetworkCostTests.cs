namespace Infra.Planning.Tests.Costs;

public sealed class NetworkCostTests
{
    // 2 × 0.045 × 730, 2 × 0.005 × 730.
    [Fact]
    public void Gateways_and_addresses_are_paid_by_the_hour_and_data_by_use()
    {
        var report = new CostPlan()
            .Aws("aws:ec2/natGateway:NatGateway", "a", "{}").Aws("aws:ec2/natGateway:NatGateway", "b", "{}")
            .Aws("aws:ec2/eip:Eip", "a", "{}").Aws("aws:ec2/eip:Eip", "b", "{}").Report();

        CostAssert.Lines(report, "nat-gateways 65.7 65.7", "public-addresses 7.3 7.3");
        CostAssert.Usage(report, "nat-gateways/data 0.045");
    }

    // Three zones and two: 5 × 0.01 × 730. What a zone's subnet is called only AWS knows; gateways are free.
    [Fact]
    public void Endpoints_are_paid_in_each_of_their_zones()
    {
        const string Unknown = """{"$unknown": true}""";
        var report = new CostPlan()
            .Aws("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", """{"vpcEndpointType": "Gateway"}""")
            .Aws("aws:ec2/vpcEndpoint:VpcEndpoint", "ecr", $$"""{"vpcEndpointType": "Interface", "subnetIds": [{{Unknown}}, {{Unknown}}, {{Unknown}}]}""")
            .Aws("aws:ec2/vpcEndpoint:VpcEndpoint", "sts", $$"""{"vpcEndpointType": "Interface", "subnetIds": [{{Unknown}}, {{Unknown}}]}""").Report();

        CostAssert.Lines(report, "endpoints 36.5 36.5");
        Assert.Equal("2 interface endpoints, each in its zones", report.Lines[0].What);
        CostAssert.Usage(report, "endpoints/data 0.01");
    }

    [Fact]
    public void A_network_has_traffic() => CostAssert.Usage(new CostPlan().Aws("aws:ec2/vpc:Vpc", "a", "{}").Report(), "traffic/internet 0.09", "traffic/zones 0.01");

    // 0.0225 × 730; public ones have an address in each of three zones: 3 × 0.005 × 730.
    [Fact]
    public void Controllers_make_load_balancers_of_classes_and_gateways()
    {
        var report = new CostPlan()
            .Component("ClusterNetwork", "network", """{"zones": [{"name": "a"}, {"name": "b"}, {"name": "c"}]}""")
            .Component("LoadBalancerClass", "internal", """{"ingressClass": "internal", "internetFacing": false}""")
            .Component("LoadBalancerClass", "unused", """{"ingressClass": "unused", "internetFacing": true}""")
            .Kubernetes("ingress", """{"kind": "Ingress", "metadata": {"name": "a"}, "spec": {"ingressClassName": "internal"}}""")
            .Component("ModelGateway", "public", """{"gateway": "public", "loadBalancerClass": "service.k8s.aws/nlb", "internetFacing": true}""").Report();

        CostAssert.Lines(report, "load-balancer/internal 16.425 16.425", "load-balancer/public 16.425 16.425", "load-balancer/public/addresses 10.95 10.95");
        CostAssert.Usage(report, "load-balancer/internal/lcu 0.008", "load-balancer/public/lcu 0.006");
    }
}
