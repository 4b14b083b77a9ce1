using Infra.Components.Shared;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;
using Ec2Inputs = Pulumi.Aws.Ec2.Inputs;

namespace Infra.Components.Network;

/// <summary>Ways to AWS services that don't lead over the internet.</summary>
internal static class VpcEndpoints
{
    private const int Https = 443;

    /// <summary>Declares them as children of the network.</summary>
    public static void Create(ComponentResource parent, string name, ClusterNetworkArgs args, Ec2.Vpc vpc, PrivateSubnets subnets)
    {
        _ = new Ec2.VpcEndpoint($"{name}-endpoint-s3", new Ec2.VpcEndpointArgs
        {
            VpcId = vpc.Id,
            VpcEndpointType = "Gateway",
            ServiceName = ServiceName(args, "s3"),
            RouteTableIds = subnets.RouteTableIds,
            Tags = { ["Name"] = $"{args.ClusterName}-s3" },
        }, Children.Of(parent));
        if (args.InterfaceEndpoints.Count == 0)
        {
            return;
        }

        var group = SecurityGroup(parent, name, args, vpc);
        foreach (var service in args.InterfaceEndpoints)
        {
            _ = new Ec2.VpcEndpoint($"{name}-endpoint-{service}", new Ec2.VpcEndpointArgs
            {
                VpcId = vpc.Id,
                VpcEndpointType = "Interface",
                ServiceName = ServiceName(args, service),
                SubnetIds = subnets.Ids,
                SecurityGroupIds = group.Id,
                // The service's public name then leads here, so that nobody has to know of the endpoint.
                PrivateDnsEnabled = true,
                Tags = { ["Name"] = $"{args.ClusterName}-{service}" },
            }, Children.Of(parent));
        }
    }

    private static string ServiceName(ClusterNetworkArgs args, string service) => $"com.amazonaws.{args.Region}.{service}";

    private static Ec2.SecurityGroup SecurityGroup(ComponentResource parent, string name, ClusterNetworkArgs args, Ec2.Vpc vpc) =>
        new($"{name}-endpoints", new Ec2.SecurityGroupArgs
        {
            VpcId = vpc.Id,
            Description = "Interface endpoints: HTTPS from the VPC",
            Ingress =
            {
                new Ec2Inputs.SecurityGroupIngressArgs { Protocol = "tcp", FromPort = Https, ToPort = Https, CidrBlocks = Addresses(args), Description = "HTTPS from the VPC" },
            },
            Tags = { ["Name"] = $"{args.ClusterName}-endpoints" },
        }, Children.Of(parent));

    // Pods keep their own address on the way to an endpoint: the CNI hides it only from what is outside the VPC.
    private static string[] Addresses(ClusterNetworkArgs args) => args.PodCidr is { } pods ? [args.Cidr, pods] : [args.Cidr];
}
