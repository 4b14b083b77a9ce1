using Infra.Components.Shared;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Pulumi;
using Eks = Pulumi.Aws.Eks;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Identity;

/// <summary>The three resources of a Pod Identity role, for components that bring pods with an identity of their own.</summary>
internal static class PodIdentity
{
    /// <summary>Declares role, policy and association as <c>NAME-role</c>, <c>NAME-policy</c>, <c>NAME-association</c>.</summary>
    /// <returns>The role, and the association, for which the pods have to wait.</returns>
    public static (Iam.Role Role, Eks.PodIdentityAssociation Association) Declare(
        ComponentResource parent, string name, PodIdentityRoleArgs args, ComponentResourceOptions? options)
    {
        var role = new Iam.Role($"{name}-role", new Iam.RoleArgs
        {
            Description = $"Pods of {name}, through EKS Pod Identity",
            AssumeRolePolicy = Output.Tuple(args.ClusterName, args.Namespace, args.ServiceAccount)
                .Apply(pods => PolicyDocuments.AssumedByPods(pods.Item1, pods.Item2, pods.Item3)),
        }, Children.Root(parent, options));
        var policy = new Iam.RolePolicy($"{name}-policy", new Iam.RolePolicyArgs
        {
            Role = role.Name,
            Policy = args.Policy.ToOutput(),
        }, Children.Of(parent));
        // After the policy, so that a pod never starts with a role that may do nothing.
        var association = new Eks.PodIdentityAssociation($"{name}-association", new Eks.PodIdentityAssociationArgs
        {
            ClusterName = args.ClusterName,
            Namespace = args.Namespace,
            ServiceAccount = args.ServiceAccount,
            RoleArn = role.Arn,
        }, Children.Of(parent, policy));
        return (role, association);
    }

    /// <summary>Adds a problem if the component's name leaves no room for the role's name in IAM.</summary>
    public static void Check(string name, ConfigProblems problems)
    {
        if (AutoNames.Problem(NameRules.IamRole, name, "-role") is { } problem)
        {
            problems.Add(name, problem);
        }
    }
}
