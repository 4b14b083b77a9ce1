namespace Pulumi.Testing;

/// <summary>The stack in whose constructor a test's delegate runs.</summary>
internal sealed class TestStack : Stack
{
    public TestStack(Func<IDictionary<string, object?>> createResources) => Values = createResources();

    public IDictionary<string, object?> Values { get; }
}
