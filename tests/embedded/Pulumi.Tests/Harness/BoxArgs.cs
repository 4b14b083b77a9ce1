namespace Pulumi.Tests.Harness;

internal sealed class BoxArgs : ResourceArgs
{
    [Input("v")]
    public object? Value { get; set; }

    [Input("other")]
    public Input<string>? Other { get; set; }
}
