using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Pulumi;

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
        var problems = new ConfigProblems();
        PodIdentity.Check(name, problems);
        problems.ThrowAt(this, ComponentTypes.PodIdentityRole);
        RoleArn = PodIdentity.Declare(this, name, args, options).Role.Arn;
        RegisterOutputs();
    }
}
