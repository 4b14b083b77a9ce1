using Infra.Components.Clusters;

namespace Infra.Examples;

/// <summary>An EKS cluster in a network of its own: secrets encrypted with a key of its own, administrators by role, the API server open to one office.</summary>
public static class NewCluster
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var network = NewNetwork.Create(cluster);
        _ = new EksCluster("cluster", new EksClusterArgs
        {
            ClusterName = "new",
            Region = cluster.Region,
            AccountId = cluster.AccountId,
            SubnetIds = network.PrivateSubnetIds,
            PublicAccessCidrs = ["203.0.113.0/24"],
            Administrators = new Dictionary<string, string> { ["deploy"] = $"arn:aws:iam::{cluster.AccountId}:role/deploy" },
            // Nodes and network stay in two zones if one of them is taken out of service.
            ZonalShift = true,
        }, cluster.With(network));
    }
}
