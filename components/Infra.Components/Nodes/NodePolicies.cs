namespace Infra.Components.Nodes;

/// <summary>AWS managed policies that a node's role needs (EKS user guide, "Amazon EKS node IAM role").</summary>
internal static class NodePolicies
{
    /// <summary>Policies with the suffix of their attachment's name.</summary>
    public static readonly IReadOnlyList<(string Role, string Arn)> All =
    [
        ("worker", "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy"),
        // The VPC CNI runs with the node's role unless its add-on has a Pod Identity of its own.
        ("cni", "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"),
        ("registry", "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly"),
    ];
}
