using Infra.Components.Shared;
using Pulumi;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Nodes;

/// <summary>The IAM role of a pool's nodes: one that exists already, or one of the pool's own.</summary>
internal sealed record NodeGroupRole
{
    private NodeGroupRole()
    {
    }

    /// <summary>ARN of the role.</summary>
    public required Output<string> Arn { get; init; }

    /// <summary>What has to exist before nodes take on the role; empty for a role of somebody else.</summary>
    public required Resource[] Ready { get; init; }

    /// <summary>A role that somebody else manages, with the policies that nodes need.</summary>
    public static NodeGroupRole Existing(Input<string> arn) => new() { Arn = arn.ToOutput(), Ready = [] };

    /// <summary>Declares a role and its policies as children of a pool.</summary>
    /// <param name="parent">The pool.</param>
    /// <param name="name">Logical name of the role; those of the attachments start with it.</param>
    /// <param name="pool">Name of the pool, for people.</param>
    /// <param name="cni">Whether the VPC CNI runs with the nodes' role.</param>
    /// <param name="options">Options of the pool.</param>
    public static NodeGroupRole Create(ComponentResource parent, string name, string pool, bool cni, ComponentResourceOptions? options)
    {
        var role = new Iam.Role(name, new Iam.RoleArgs
        {
            Description = $"Nodes of the pool {pool}",
            AssumeRolePolicy = PolicyDocuments.AssumedByService("ec2.amazonaws.com"),
        }, Children.Root(parent, options));
        var policies = NodePolicies.For(cni)
            .Select(policy => new Iam.RolePolicyAttachment($"{name}-{policy.Role}", new Iam.RolePolicyAttachmentArgs
            {
                Role = role.Name,
                PolicyArn = policy.Arn,
            }, Children.Of(parent)))
            .ToArray();
        return new NodeGroupRole { Arn = role.Arn, Ready = policies };
    }
}
