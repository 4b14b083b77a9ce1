namespace Pulumi.Embedded;

/// <summary>URNs as the engine makes them: the types of all parents but the stack.</summary>
internal static class EngineUrn
{
    public static string Of(EngineOptions options, Resource resource)
        => $"urn:pulumi:{options.Stack}::{options.Project}::{QualifiedType(resource)}::{resource.GetResourceName()}";

    /// <summary>A registered resource has its URN; one that was looked up by its URN doesn't know its parents.</summary>
    private static string QualifiedType(Resource resource)
        => resource.State.Response is { } response ? Urn.QualifiedTypeOf(response.Urn)
            : resource.ParentOrStack is { } parent && parent.GetResourceType() != Stack.StackType
            ? $"{QualifiedType(parent)}${resource.GetResourceType()}"
            : resource.GetResourceType();
}
