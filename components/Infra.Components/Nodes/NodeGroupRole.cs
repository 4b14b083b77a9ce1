using Infra.Components.Shared;
using Pulumi;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Nodes;

/// <summary>The IAM role of nodes: one that exists already, or one of their own.</summary>
internal sealed record NodeGroupRole
{
    private NodeGroupRole()
    {
    }

    /// <summary>ARN of the role.</summary>
    public required Output<string> Arn { get; init; }

    /// <summary>Name of the role; null for a role of somebody else.</summary>
    public Output<string>? Name { get; init; }

    /// <summary>What has to exist before nodes take on the role; empty for a role of somebody else.</summary>
    public required Resource[] Ready { get; init; }

    /// <summary>A role that somebody else manages, with the policies that nodes need.</summary>
    public static NodeGroupRole Existing(Input<string> arn) => new() { Arn = arn.ToOutput(), Ready = [] };

    /// <summary>Declares the role of a managed pool's nodes and its policies as children of the pool.</summary>
    /// <param name="parent">The pool.</param>
    /// <param name="name">Logical name of the role; those of the attachments start with it.</param>
    /// <param name="pool">Name of the pool, for people.</param>
    /// <param name="cni">Whether the VPC CNI runs with the nodes' role.</param>
    /// <param name="options">Options of the pool.</param>
    public static NodeGroupRole Create(ComponentResource parent, string name, string pool, bool cni, ComponentResourceOptions? options) =>
        Create(parent, name, $"Nodes of the pool {pool}", NodePolicies.For(cni), options);

    /// <summary>Declares a role of nodes and its policies as children of a component.</summary>
    /// <param name="parent">The component.</param>
    /// <param name="name">Logical name of the role; those of the attachments start with it.</param>
    /// <param name="description">Whose role it is, for people.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="options">Options of the component.</param>
    public static NodeGroupRole Create(
        ComponentResource parent, string name, string description, IEnumerable<(string Role, string Arn)> policies, ComponentResourceOptions? options)
    {
        var role = new Iam.Role(name, new Iam.RoleArgs
        {
            Description = description,
            AssumeRolePolicy = PolicyDocuments.AssumedByService("ec2.amazonaws.com"),
        }, Children.Root(parent, options));
        var attachments = policies
            .Select(policy => new Iam.RolePolicyAttachment($"{name}-{policy.Role}", new Iam.RolePolicyAttachmentArgs
            {
                Role = role.Name,
                PolicyArn = policy.Arn,
            }, Children.Of(parent)))
            .ToArray();
        return new NodeGroupRole { Arn = role.Arn, Name = role.Name, Ready = attachments };
    }
}
