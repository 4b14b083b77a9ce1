using Infra.Components.Shared;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Infra.Components.Storage.Volumes;

/// <summary>The security group of a file system: nodes may come in on its ports, and nobody else.</summary>
internal static class VolumeSecurityGroup
{
    public static SecurityGroup Create(
        ComponentResource parent, VolumeSpec spec, VolumeNetworkArgs network, IEnumerable<(int From, int To)> ports, bool amongItself, ComponentResourceOptions? options)
    {
        var ingress = new InputList<SecurityGroupIngressArgs>();
        foreach (var (from, to) in ports)
        {
            ingress.Add(new SecurityGroupIngressArgs { Protocol = "tcp", FromPort = from, ToPort = to, SecurityGroups = network.NodeSecurityGroupId, Self = amongItself });
        }

        return new SecurityGroup($"{spec.Name}-security-group", new SecurityGroupArgs
        {
            Description = $"The volume {spec.Args.VolumeName}, for nodes of the cluster",
            VpcId = network.VpcId,
            Ingress = ingress,
        }, Children.Root(parent, options));
    }
}
