using Infra.Components.Shared;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Infra.Components.Storage.Volumes;

/// <summary>The security group of a file system: nodes may come in on its ports, and nobody else. Of itself it calls nobody, unless it has several servers.</summary>
internal static class VolumeSecurityGroup
{
    public static SecurityGroup Create(
        ComponentResource parent, VolumeSpec spec, VolumeNetworkArgs network, IEnumerable<(int From, int To)> ports, bool amongItself, ComponentResourceOptions? options)
    {
        var (ingress, egress) = (new InputList<SecurityGroupIngressArgs>(), new InputList<SecurityGroupEgressArgs>());
        foreach (var (from, to) in ports)
        {
            ingress.Add(new SecurityGroupIngressArgs { Protocol = "tcp", FromPort = from, ToPort = to, SecurityGroups = network.NodeSecurityGroupId, Self = amongItself });
            if (amongItself)
            {
                // The provider takes away the rule that lets everything out, and without one its servers couldn't call each other, nor back.
                egress.Add(new SecurityGroupEgressArgs { Protocol = "tcp", FromPort = from, ToPort = to, SecurityGroups = network.NodeSecurityGroupId, Self = true });
            }
        }

        var group = new SecurityGroupArgs
        {
            Description = $"The volume {spec.Args.VolumeName}, for nodes of the cluster",
            VpcId = network.VpcId,
            Ingress = ingress,
        };
        if (amongItself)
        {
            group.Egress = egress;
        }

        return new SecurityGroup($"{spec.Name}-security-group", group, Children.Root(parent, options));
    }
}
