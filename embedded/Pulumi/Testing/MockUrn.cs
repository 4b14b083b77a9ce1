namespace Pulumi.Testing;

/// <summary>URNs under mocks: of the parents' types only the first is kept, and that is always the stack's.</summary>
internal static class MockUrn
{
    public static string Of(ResourceRequest request)
    {
        var type = request.ParentUrn.Length == 0
            ? request.Type
            : $"{Urn.QualifiedTypeOf(request.ParentUrn).Split('$')[0]}${request.Type}";
        return $"urn:pulumi:{Deployment.Instance.StackName}::{Deployment.Instance.ProjectName}::{type}::{request.Name}";
    }
}
