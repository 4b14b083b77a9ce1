using Infra.Planning.Model;
using Pulumi.Embedded;

namespace Infra.Engine.Conversion;

/// <summary>
/// Where a program names no provider, Pulumi's engine makes one per package and version and puts it into the resource's
/// state. The plan names it too, so that a plan captured from the real engine says the same.
/// </summary>
internal static class DefaultProvider
{
    /// <summary>The engine itself stands in for a provider of this package (stack references).</summary>
    private const string BuiltInPackage = "pulumi";

    public static Urn? Of(Urn urn, RegisteredResource resource)
    {
        var package = resource.Type[..Math.Max(0, resource.Type.IndexOf(':', StringComparison.Ordinal))];
        if (!resource.Custom || package is BuiltInPackage or "")
        {
            return null;
        }

        var version = resource.Options.Version is { Length: > 0 } v ? "_" + v.Replace('.', '_') : "";
        return Urn.Parse($"urn:pulumi:{urn.Stack}::{urn.Project}::{WellKnownTypes.ProviderPrefix}{package}::default{version}");
    }
}
