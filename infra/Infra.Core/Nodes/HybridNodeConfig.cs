namespace Infra.Core.Nodes;

/// <summary>
/// The NodeConfig with which <c>nodeadm</c> joins a host outside AWS to an EKS cluster (aws/eks-hybrid at e5f42ca4, api/v1alpha1/nodeconfig_types.go). Labels
/// and taints are those of the pool's contract, so that the host is part of the pool from its first moment.
/// </summary>
public static class HybridNodeConfig
{
    /// <summary>Tag of a registered host by which its role may remove it again (aws/eks-hybrid, example/hybrid-ssm-cfn.yaml).</summary>
    public const string ClusterTag = "EKSClusterARN";

    /// <summary>The document. The two lines of the activation are left to whoever joins the host: an activation is a secret, and expires.</summary>
    /// <param name="pool">The pool's contract.</param>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="region">AWS region of the cluster.</param>
    /// <param name="clusterArn">ARN of the cluster.</param>
    /// <param name="role">Name of the hosts' IAM role.</param>
    public static string Of(PoolContract pool, string cluster, string region, string clusterArn, string role)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var labels = string.Join(',', pool.Labels.Select(label => $"{label.Key}={label.Value}"));
        var taints = string.Concat(pool.Taints.Select(taint =>
            $"""
                    - key: {taint.Key}
                      value: "{taint.Value}"
                      effect: {taint.Effect.ToKubernetes()}

            """));
        return $"""
            # A host of the pool {pool.Name} (docs/edge-pools.md). Its activation:
            # aws ssm create-activation --region {region} --iam-role {role} --registration-limit 1 --default-instance-name {pool.Name} --tags Key={ClusterTag},Value={clusterArn}
            apiVersion: node.eks.aws/v1alpha1
            kind: NodeConfig
            spec:
              cluster:
                name: {cluster}
                region: {region}
              hybrid:
                enableCredentialsFile: true
                ssm:
                  activationCode: ""
                  activationId: ""
              kubelet:
                flags:
                  - --node-labels={labels}
                config:
                  registerWithTaints:
            {taints.TrimEnd()}

            """;
    }
}
