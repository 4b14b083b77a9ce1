namespace Pulumi.Embedded;

/// <summary>URNs as the engine makes them: the types of all parents but the stack.</summary>
internal static class EngineUrn
{
    public static string Of(EngineOptions options, Resource resource)
        => $"urn:pulumi:{options.Stack}::{options.Project}::{QualifiedType(resource)}::{resource.GetResourceName()}";

    /// <summary>The SDK's own URNs keep the stack's type in front; the engine's don't.</summary>
    public static string WithoutStackType(string urn)
        => urn.Replace($"::{Stack.StackType}$", "::", StringComparison.Ordinal);

    private static string QualifiedType(Resource resource)
        => resource.ParentOrStack is { } parent && parent.GetResourceType() != Stack.StackType
            ? $"{QualifiedType(parent)}${resource.GetResourceType()}"
            : resource.GetResourceType();
}
