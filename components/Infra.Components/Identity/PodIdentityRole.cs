using Infra.Components.Shared;
using Infra.Core;
using Pulumi;
using Eks = Pulumi.Aws.Eks;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Identity;

/// <summary>An IAM role that the pods of one service account take on through EKS Pod Identity: no static keys, no OIDC provider.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-role          IAM role, trusted by pods.eks.amazonaws.com
/// NAME-policy        inline policy: what the pods may do
/// NAME-association   binds the role to namespace and service account
/// </code>
/// </remarks>
public sealed class PodIdentityRole : ComponentResource
{
    /// <summary>ARN of the role.</summary>
    [Output("roleArn")]
    public Output<string> RoleArn { get; }

    /// <summary>Declares role, policy and association.</summary>
    public PodIdentityRole(string name, PodIdentityRoleArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.PodIdentityRole, name, args, options)
    {
        var role = new Iam.Role($"{name}-role", new Iam.RoleArgs
        {
            Description = $"Pods of {name}, through EKS Pod Identity",
            AssumeRolePolicy = PolicyDocuments.AssumedByPods(),
        }, Children.Of(this));
        var policy = new Iam.RolePolicy($"{name}-policy", new Iam.RolePolicyArgs
        {
            Role = role.Name,
            Policy = args.Policy.ToOutput(),
        }, Children.Of(this));
        // After the policy, so that a pod never starts with a role that may do nothing.
        _ = new Eks.PodIdentityAssociation($"{name}-association", new Eks.PodIdentityAssociationArgs
        {
            ClusterName = args.ClusterName,
            Namespace = args.Namespace,
            ServiceAccount = args.ServiceAccount,
            RoleArn = role.Arn,
        }, Children.Of(this, policy));

        RoleArn = role.Arn;
        RegisterOutputs();
    }
}
