using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Pulumi;
using Eks = Pulumi.Aws.Eks;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Identity;

/// <summary>An IAM role that the pods of one service account take on through EKS Pod Identity: no static keys, no OIDC provider.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-role          IAM role, for pods of this service account alone
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
    /// <exception cref="ResourceException">The component's name leaves no room for the name of its role in IAM.</exception>
    public PodIdentityRole(string name, PodIdentityRoleArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.PodIdentityRole, name, args, options)
    {
        Check(name);
        var role = new Iam.Role($"{name}-role", new Iam.RoleArgs
        {
            Description = $"Pods of {name}, through EKS Pod Identity",
            AssumeRolePolicy = Output.Tuple(args.ClusterName, args.Namespace, args.ServiceAccount)
                .Apply(pods => PolicyDocuments.AssumedByPods(pods.Item1, pods.Item2, pods.Item3)),
        }, Children.Root(this, options));
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

    private void Check(string name)
    {
        if (AutoNames.Problem(NameRules.IamRole, name, "-role") is { } problem)
        {
            var problems = new ConfigProblems();
            problems.Add(name, problem);
            throw new ResourceException(problems.Render(ComponentTypes.PodIdentityRole), this, hideStack: true);
        }
    }
}
