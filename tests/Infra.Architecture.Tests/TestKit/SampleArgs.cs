using Pulumi;

namespace Infra.Architecture.Tests.TestKit;

internal sealed class SampleArgs : ResourceArgs
{
    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("counts")]
    public InputList<int> Counts { get; set; } = [];
}
