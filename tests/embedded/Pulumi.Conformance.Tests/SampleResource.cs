using System.Collections.Immutable;

namespace Pulumi.Conformance.Tests;

[ResourceType("sample:index:Sample", null)]
public sealed class SampleResource(string name, SampleArgs args, CustomResourceOptions? options = null)
    : CustomResource("sample:index:Sample", name, args, options)
{
    [Output("items")]
    public Output<ImmutableArray<string?>> Items { get; private set; } = null!;
}
