using Infra.Components.Shared;
using Newtonsoft.Json.Linq;
using Pulumi;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Clusters;

/// <summary>The IAM role of a control plane: one that exists already, or one of the cluster's own.</summary>
internal sealed record EksClusterRole
{
    private EksClusterRole()
    {
    }

    /// <summary>ARN of the role.</summary>
    public required Output<string> Arn { get; init; }

    /// <summary>What has to exist before the control plane takes on the role; empty for a role of somebody else.</summary>
    public required Resource[] Ready { get; init; }

    /// <summary>A role that somebody else manages, with the policies that a control plane needs.</summary>
    public static EksClusterRole Existing(Input<string> arn) => new() { Arn = arn.ToOutput(), Ready = [] };

    /// <summary>Declares a role that this cluster alone may take on (EKS user guide, "Cross-service confused deputy prevention").</summary>
    public static EksClusterRole Create(ComponentResource parent, string name, EksClusterArgs args, Output<string> keyArn, ComponentResourceOptions? options)
    {
        var role = new Iam.Role(name, new Iam.RoleArgs
        {
            Description = $"Control plane of the cluster {args.ClusterName}",
            AssumeRolePolicy = PolicyDocuments.AssumedByService(
                "eks.amazonaws.com", args.AccountId, $"arn:aws:eks:{args.Region}:{args.AccountId}:cluster/{args.ClusterName}", tagsSession: args.AutoMode),
        }, Children.Root(parent, options));
        var cluster = new Iam.RolePolicyAttachment($"{name}-cluster", new Iam.RolePolicyAttachmentArgs
        {
            Role = role.Name,
            PolicyArn = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy",
        }, Children.Of(parent));
        Resource[] autoMode = args.AutoMode ? [.. EksAutoMode.CreatePolicies(parent, name, role)] : [];
        var key = new Iam.RolePolicy($"{name}-key", new Iam.RolePolicyArgs
        {
            Role = role.Name,
            Policy = keyArn.Apply(arn => PolicyDocuments.Of(new JObject
            {
                ["Sid"] = "KubernetesSecrets",
                ["Effect"] = "Allow",
                ["Action"] = new JArray("kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"),
                ["Resource"] = arn,
            })),
        }, Children.Of(parent));
        return new EksClusterRole { Arn = role.Arn, Ready = [cluster, key, .. autoMode] };
    }
}
