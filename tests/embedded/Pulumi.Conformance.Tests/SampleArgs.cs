namespace Pulumi.Conformance.Tests;

/// <summary>What the checker's own tests check.</summary>
public sealed class SampleArgs : ResourceArgs
{
    [Input("items")]
    private InputList<string>? _items;

    public InputList<string> Items
    {
        get => _items ??= new InputList<string>();
        set => _items = value;
    }

    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("size")]
    public Input<int>? Size { get; set; }

    public static Task<(string? id, object state)> Find(string? name = null, params int[] sizes) =>
        Task.FromResult<(string?, object)>((name, sizes));
}
