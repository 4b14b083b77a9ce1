namespace Infra.Components.Nodes;

/// <summary>AWS managed policies that a node's role needs (EKS user guide, "Amazon EKS node IAM role"), with the suffix of their attachment's name.</summary>
internal static class NodePolicies
{
    private static readonly (string Role, string Arn) _registry = ("registry", "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly");

    /// <summary>Policies of nodes that EKS Auto Mode launches: it sees to their network itself.</summary>
    public static IEnumerable<(string Role, string Arn)> OfAutoMode { get; } =
        [("worker", "arn:aws:iam::aws:policy/AmazonEKSWorkerNodeMinimalPolicy"), _registry];

    /// <summary>Policies of all other nodes.</summary>
    /// <param name="cni">Whether the VPC CNI runs with the node's role.</param>
    public static IEnumerable<(string Role, string Arn)> For(bool cni)
    {
        yield return ("worker", "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy");
        if (cni)
        {
            yield return ("cni", "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy");
        }

        yield return _registry;
    }
}
