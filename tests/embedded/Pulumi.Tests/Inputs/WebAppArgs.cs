namespace Pulumi.Tests.Inputs;

internal sealed class WebAppArgs : ResourceArgs
{
    [Input("image", required: true)]
    public Input<string> Image { get; set; } = null!;
}
