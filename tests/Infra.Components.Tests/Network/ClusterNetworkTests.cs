using Infra.Components.Network;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Components.Tests.Network;

public sealed class ClusterNetworkTests
{
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Route = "aws:ec2/route:Route";

    [Fact]
    public async Task A_zone_has_its_subnets_and_a_way_out() => Assert.Equal(
        """
        gpu-inference:index:ClusterNetwork net
        aws:ec2/vpc:Vpc net-vpc parent=net provider=aws
        aws:ec2/internetGateway:InternetGateway net-internet-gateway parent=net provider=aws
        aws:ec2/routeTable:RouteTable net-public-routes parent=net provider=aws
        aws:ec2/route:Route net-public-default-route parent=net provider=aws
        aws:ec2/subnet:Subnet net-public-eu-central-1a parent=net provider=aws
        aws:ec2/routeTableAssociation:RouteTableAssociation net-public-eu-central-1a-routes parent=net provider=aws
        aws:ec2/eip:Eip net-nat-eu-central-1a-address parent=net provider=aws after=net-internet-gateway
        aws:ec2/natGateway:NatGateway net-nat-eu-central-1a parent=net provider=aws after=net-public-default-route,net-public-eu-central-1a-routes
        aws:ec2/subnet:Subnet net-private-eu-central-1a parent=net provider=aws
        aws:ec2/routeTable:RouteTable net-private-eu-central-1a-table parent=net provider=aws
        aws:ec2/route:Route net-private-eu-central-1a-default-route parent=net provider=aws
        aws:ec2/routeTableAssociation:RouteTableAssociation net-private-eu-central-1a-routes parent=net provider=aws
        aws:ec2/subnet:Subnet net-private-eu-central-1b parent=net provider=aws
        aws:ec2/routeTable:RouteTable net-private-eu-central-1b-table parent=net provider=aws
        aws:ec2/route:Route net-private-eu-central-1b-default-route parent=net provider=aws
        aws:ec2/routeTableAssociation:RouteTableAssociation net-private-eu-central-1b-routes parent=net provider=aws
        aws:ec2/vpcEndpoint:VpcEndpoint net-endpoint-s3 parent=net provider=aws
        aws:ec2/securityGroup:SecurityGroup net-endpoints parent=net provider=aws
        aws:ec2/vpcEndpoint:VpcEndpoint net-endpoint-ecr.api parent=net provider=aws
        aws:kms/key:Key net-flow-logs-key parent=net provider=aws
        aws:cloudwatch/logGroup:LogGroup net-flow-logs parent=net provider=aws
        aws:iam/role:Role net-flow-log-role parent=net provider=aws
        aws:iam/rolePolicy:RolePolicy net-flow-log-policy parent=net provider=aws
        aws:ec2/flowLog:FlowLog net-flow-log parent=net provider=aws after=net-flow-log-policy
        """,
        (await Run()).Resources());

    [Fact]
    public async Task Controllers_find_subnets_by_their_tags_and_nothing_gets_a_public_address_by_itself()
    {
        var run = await Run();

        JsonAssert.Same(
            """
            {
              "vpcId": "net-vpc-id",
              "availabilityZone": "eu-central-1a",
              "cidrBlock": "10.0.224.0/22",
              "mapPublicIpOnLaunch": false,
              "tags": { "Name": "gpu-public-eu-central-1a", "kubernetes.io/role/elb": "1" }
            }
            """,
            run[Subnet, "net-public-eu-central-1a"].Inputs);
        JsonAssert.Same(
            """
            {
              "vpcId": "net-vpc-id",
              "availabilityZone": "eu-central-1b",
              "cidrBlock": "10.0.128.0/19",
              "mapPublicIpOnLaunch": false,
              "tags": { "Name": "gpu-private-eu-central-1b", "kubernetes.io/role/internal-elb": "1", "karpenter.sh/discovery": "gpu" }
            }
            """,
            run[Subnet, "net-private-eu-central-1b"].Inputs);
        JsonAssert.Same(
            """{ "cidrBlock": "10.0.0.0/16", "enableDnsSupport": true, "enableDnsHostnames": true, "tags": { "Name": "gpu" } }""",
            run["aws:ec2/vpc:Vpc", "net-vpc"].Inputs);
    }

    [Fact]
    public async Task A_zone_without_a_gateway_uses_that_of_another()
    {
        var run = await Run();

        JsonAssert.Same(
            """{ "routeTableId": "net-private-eu-central-1b-table-id", "destinationCidrBlock": "0.0.0.0/0", "natGatewayId": "net-nat-eu-central-1a-id" }""",
            run[Route, "net-private-eu-central-1b-default-route"].Inputs);
        JsonAssert.Same(
            """{ "routeTableId": "net-public-routes-id", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "net-internet-gateway-id" }""",
            run[Route, "net-public-default-route"].Inputs);
        JsonAssert.Same(
            """{ "subnetId": "net-public-eu-central-1a-id", "allocationId": "allocation", "connectivityType": "public", "tags": { "Name": "gpu-eu-central-1a" } }""",
            run["aws:ec2/natGateway:NatGateway", "net-nat-eu-central-1a"].Inputs);
    }

    [Fact]
    public async Task With_a_gateway_in_each_zone_no_traffic_leaves_its_zone()
    {
        var args = Samples.Network();
        args.Zones[1] = new NetworkZoneArgs { Name = "eu-central-1b", PrivateCidr = "10.0.128.0/19", PublicCidr = "10.0.240.0/22", NatGateway = true };
        var run = await Run(args);

        Assert.Equal("net-nat-eu-central-1a-id", (string?)run[Route, "net-private-eu-central-1a-default-route"].Inputs["natGatewayId"]);
        Assert.Equal("net-nat-eu-central-1b-id", (string?)run[Route, "net-private-eu-central-1b-default-route"].Inputs["natGatewayId"]);
    }

    [Fact]
    public async Task Models_and_images_come_over_endpoints()
    {
        var run = await Run();

        JsonAssert.Same(
            """
            {
              "vpcId": "net-vpc-id",
              "vpcEndpointType": "Gateway",
              "serviceName": "com.amazonaws.eu-central-1.s3",
              "routeTableIds": ["net-private-eu-central-1a-table-id", "net-private-eu-central-1b-table-id"],
              "tags": { "Name": "gpu-s3" }
            }
            """,
            run["aws:ec2/vpcEndpoint:VpcEndpoint", "net-endpoint-s3"].Inputs);
        JsonAssert.Same(
            """
            {
              "vpcId": "net-vpc-id",
              "vpcEndpointType": "Interface",
              "serviceName": "com.amazonaws.eu-central-1.ecr.api",
              "subnetIds": ["net-private-eu-central-1a-id", "net-private-eu-central-1b-id"],
              "securityGroupIds": ["net-endpoints-id"],
              "privateDnsEnabled": true,
              "tags": { "Name": "gpu-ecr.api" }
            }
            """,
            run["aws:ec2/vpcEndpoint:VpcEndpoint", "net-endpoint-ecr.api"].Inputs);
        JsonAssert.Same(
            """[ { "protocol": "tcp", "fromPort": 443, "toPort": 443, "cidrBlocks": ["10.0.0.0/16"], "description": "HTTPS from the VPC" } ]""",
            run["aws:ec2/securityGroup:SecurityGroup", "net-endpoints"].Inputs["ingress"]);
    }

    [Fact]
    public async Task Flow_logs_are_written_by_a_role_for_flow_logs_of_this_account_into_their_group_alone()
    {
        var run = await Run();

        JsonAssert.Same(
            """
            {
              "vpcId": "net-vpc-id",
              "trafficType": "ALL",
              "logDestinationType": "cloud-watch-logs",
              "logDestination": "arn:aws:cloudwatch:::net-flow-logs",
              "iamRoleArn": "arn:aws:iam:::net-flow-log-role",
              "maxAggregationInterval": 600,
              "tags": { "Name": "gpu" }
            }
            """,
            run["aws:ec2/flowLog:FlowLog", "net-flow-log"].Inputs);
        JsonAssert.Same(
            """{ "name": "/aws/vpc-flow-logs/gpu", "retentionInDays": 30, "kmsKeyId": "arn:aws:kms:::net-flow-logs-key" }""",
            run["aws:cloudwatch/logGroup:LogGroup", "net-flow-logs"].Inputs);
        var trust = JToken.Parse((string)run["aws:iam/role:Role", "net-flow-log-role"].Inputs["assumeRolePolicy"]!);
        Assert.Equal("vpc-flow-logs.amazonaws.com", (string?)trust.SelectToken("Statement[0].Principal.Service"));
        JsonAssert.Same(
            """
            {
              "StringEquals": { "aws:SourceAccount": "123456789012" },
              "ArnLike": { "aws:SourceArn": "arn:aws:ec2:eu-central-1:123456789012:vpc-flow-log/*" }
            }
            """,
            trust.SelectToken("Statement[0].Condition"));
        JsonAssert.Same(
            """
            {
              "Sid": "WriteFlowLogs",
              "Effect": "Allow",
              "Action": ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
              "Resource": ["arn:aws:cloudwatch:::net-flow-logs", "arn:aws:cloudwatch:::net-flow-logs:*"]
            }
            """,
            JToken.Parse((string)run["aws:iam/rolePolicy:RolePolicy", "net-flow-log-policy"].Inputs["policy"]!).SelectToken("Statement[0]"));
    }

    [Fact]
    public async Task Pools_find_the_subnet_of_a_zone()
    {
        var network = (ClusterNetwork)(await Run())["gpu-inference:index:ClusterNetwork", "net"].Resource;

        Assert.Equal(["net-private-eu-central-1a-id", "net-private-eu-central-1b-id"], await OutputUtilities.GetValueAsync(network.PrivateSubnetIds));
        Assert.Equal(["net-public-eu-central-1a-id"], await OutputUtilities.GetValueAsync(network.PublicSubnetIds));
        Assert.Equal("net-private-eu-central-1b-id", await OutputUtilities.GetValueAsync(network.PrivateSubnetsByZone()["eu-central-1b"]));
        Assert.Equal("net-vpc-id", await OutputUtilities.GetValueAsync(network.VpcId));
    }

    [Fact]
    public async Task What_nobody_asked_for_is_left_out()
    {
        var args = Samples.Network();
        var run = await Run(new ClusterNetworkArgs
        {
            ClusterName = args.ClusterName,
            Region = args.Region,
            AccountId = args.AccountId,
            Cidr = args.Cidr,
            Zones = args.Zones,
            FlowLogDays = null,
        });

        Assert.DoesNotContain(run.Registrations, r => r.Name.Contains("flow-log", StringComparison.Ordinal) || r.Name == "net-endpoints");
        Assert.Equal(["net-endpoint-s3"], run.Registrations.Where(r => r.Type == "aws:ec2/vpcEndpoint:VpcEndpoint").Select(r => r.Name));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var error = await Assert.ThrowsAsync<ResourceException>(() => Run(new ClusterNetworkArgs
        {
            ClusterName = "gpu",
            Region = "eu-central-1",
            AccountId = "123456789012",
            Cidr = "10.0.0.0/16",
            Zones =
            [
                new NetworkZoneArgs { Name = "eu-central-1a", PrivateCidr = "10.0.0.0/19", PublicCidr = "10.0.16.0/22" },
                new NetworkZoneArgs { Name = "eu-central-1a", PrivateCidr = "10.1.0.0/19" },
                new NetworkZoneArgs { Name = "eu-central-1b", PrivateCidr = "10.0.32.1/19" },
            ],
            InterfaceEndpoints = ["s3", "ecr.api", "ecr.api", "ecr"],
            FlowLogDays = 2,
        }));

        Assert.Equal(
            """
            9 problems in gpu-inference:index:ClusterNetwork:
              net.flowLogDays: 2 is no retention that CloudWatch Logs knows; allowed: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
              net.zones: none has a NAT gateway; nodes pull images over it, so set natGateway: true for one zone at least
              net.interfaceEndpoints[0]: 's3' has a gateway endpoint already, which costs nothing; remove it
              net.interfaceEndpoints[2]: 'ecr.api' is listed already; name a service once
              net.interfaceEndpoints[3]: 'ecr' is no service that is known here; there are: ecr.api, ecr.dkr, sts, ec2, eks, eks-auth, elasticloadbalancing, autoscaling, logs, ssm, ssmmessages, sqs, pricing.api, kms, secretsmanager, elasticfilesystem, fsx
              net.zones[0].publicCidr: 10.0.16.0/22 overlaps net.zones[0].privateCidr, which is 10.0.0.0/19
              net.zones[1].name: 'eu-central-1a' is listed already; name a zone once
              net.zones[1].privateCidr: 10.1.0.0/19 is not within the VPC's 10.0.0.0/16
              net.zones[2].privateCidr: '10.0.32.1/19' is not a block of IPv4 addresses such as 10.0.0.0/16, that is the first address of the block and the length of its prefix
            """,
            error.Message);
    }

    private static Task<ComponentRun> Run(ClusterNetworkArgs? args = null) => ComponentHarness.RunAsync(
        () => _ = new ClusterNetwork("net", args ?? Samples.Network(), Samples.In(Samples.AwsProvider())),
        Samples.Options);
}
