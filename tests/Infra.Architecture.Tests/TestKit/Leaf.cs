using Pulumi;

namespace Infra.Architecture.Tests.TestKit;

internal sealed class Leaf(string name, Input<string>? text, CustomResourceOptions? options = null)
    : CustomResource("aws:test/leaf:Leaf", name, new SampleArgs { Text = text }, options)
{
    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;
}
