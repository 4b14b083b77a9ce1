namespace Pulumi.Tests.Harness;

/// <summary>Collections are written as generated provider classes write them: the attribute sits on the field, the property creates on first access.</summary>
internal sealed class ServerArgs : ResourceArgs
{
    [Input("zones")]
    private InputList<string>? _zones;

    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("address")]
    public Input<string>? Address { get; set; }

    [Input("port")]
    public Input<int>? Port { get; set; }

    public InputList<string> Zones
    {
        get => _zones ??= [];
        set => _zones = value;
    }

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }
}
