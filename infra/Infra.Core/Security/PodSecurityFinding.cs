namespace Infra.Core.Security;

/// <summary>A field of a pod that the level <c>restricted</c> doesn't allow.</summary>
/// <param name="Field">Where, e.g. <c>spec.containers[server].securityContext.privileged</c>; list entries by their names.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Allowed">What may.</param>
public sealed record PodSecurityFinding(string Field, string Found, string Allowed)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Field} is {Found}; allowed: {Allowed}";
}
