namespace Infra.Components.Nodes;

/// <summary>AWS managed policies that a node's role needs (EKS user guide, "Amazon EKS node IAM role").</summary>
internal static class NodePolicies
{
    /// <summary>Policies with the suffix of their attachment's name.</summary>
    /// <param name="cni">Whether the VPC CNI runs with the node's role.</param>
    public static IEnumerable<(string Role, string Arn)> For(bool cni)
    {
        yield return ("worker", "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy");
        if (cni)
        {
            yield return ("cni", "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy");
        }

        yield return ("registry", "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly");
    }
}
