using Pulumi;
using Pulumi.Aws.Iam;

namespace Infra.Stacks;

/// <summary>Limits every role of the stack, whichever component makes it.</summary>
/// <param name="policyArn">ARN of the policy.</param>
internal sealed class RoleBoundary(string policyArn)
{
    /// <summary>The one of the settings; null for none.</summary>
    public static RoleBoundary? Of(PlatformSettings settings) => settings.Aws?.PermissionsBoundary is { } policy ? new RoleBoundary(policy) : null;

    /// <summary>Sets it on every role below a component.</summary>
    public void On(ComponentResourceOptions options) => options.ResourceTransformations.Add(Transform);

    // Everything else stays as it is.
    private ResourceTransformationResult? Transform(ResourceTransformationArgs args)
    {
        if (args.Args is not RoleArgs role)
        {
            return null;
        }

        role.PermissionsBoundary = policyArn;
        return new ResourceTransformationResult(role, args.Options);
    }
}
