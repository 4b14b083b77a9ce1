namespace Pulumi.Tests.Inputs;

internal sealed class PortArgs : ResourceArgs
{
    [Input("containerPort")]
    public Input<int>? Number { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("target")]
    public InputUnion<int, string>? Target { get; set; }
}
