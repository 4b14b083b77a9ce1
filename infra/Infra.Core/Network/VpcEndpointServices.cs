using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Core.Network;

/// <summary>
/// The services that an EKS cluster calls, and who calls them (EKS user guide, "Deploy private clusters with limited internet access"). An interface
/// endpoint costs per zone and hour whether it is used or not, about as much as a quarter of a NAT gateway.
/// </summary>
public static class VpcEndpointServices
{
    /// <summary>All that are known.</summary>
    public static ImmutableArray<VpcEndpointService> All { get; } =
    [
        new("ecr.api", "the kubelet asks for a login to pull images from ECR", true),
        new("ecr.dkr", "containerd pulls images from ECR", true),
        new("sts", "the AWS CLI and controllers find out who they are", true),
        new("ec2", "the VPC CNI attaches network interfaces; Karpenter launches nodes", true),
        new("eks", "nodes and Karpenter ask for the cluster's endpoint", true),
        new("eks-auth", "the Pod Identity agent gets the credentials of pods", true),
        new("elasticloadbalancing", "the load balancer controller makes load balancers", true),
        new("autoscaling", "Cluster Autoscaler resizes node groups", true),
        new("logs", "agents on nodes ship logs to CloudWatch", true),
        new("ssm", "Karpenter looks up AMIs; people open sessions on nodes", false),
        new("ssmmessages", "people open sessions on nodes", false),
        new("sqs", "Karpenter reads the interruption queue", false),
        new("pricing.api", "Karpenter reads prices; only in a few regions", false),
        new("kms", "the EBS CSI driver and Mountpoint decrypt with keys of their own", false),
        new("secretsmanager", "an external secrets store is read", false),
        new("elasticfilesystem", "the EFS CSI driver makes access points", false),
        new("fsx", "the FSx CSI driver looks up file systems", false),
    ];

    /// <summary>The ones that a cluster with a private API server has unless told otherwise.</summary>
    public static ImmutableArray<string> Defaults { get; } = [.. All.Where(service => service.ByDefault).Select(service => service.Name)];

    /// <summary>The complaint about an entry of a list, fit for <see cref="ConfigProblems.Add"/>; null if it can have an endpoint.</summary>
    /// <param name="names">The list.</param>
    /// <param name="index">The entry.</param>
    public static string? Problem(IReadOnlyList<string> names, int index)
    {
        ArgumentNullException.ThrowIfNull(names);
        var name = names[index];
        if (names.Take(index).Contains(name))
        {
            return $"'{name}' is listed already; name a service once";
        }

        if (name == "s3")
        {
            return "'s3' has a gateway endpoint already, which costs nothing; remove it";
        }

        return All.Any(service => service.Name == name)
            ? null
            : $"{Shown.Quoted(name)} is no service that is known here; there are: {string.Join(", ", All.Select(service => service.Name))}";
    }
}
