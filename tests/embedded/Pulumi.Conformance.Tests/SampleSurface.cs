namespace Pulumi.Conformance.Tests;

/// <summary>What the tests of the surface's document look at; nothing makes one.</summary>
[ResourceType("sample:index:Surface", null)]
public class SampleSurface<T> : CustomResource
    where T : Resource, new()
{
    public SampleSurface()
        : base("sample:index:Surface", "sample", ResourceArgs.Empty, null)
    {
    }

    [Input("title", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("other", json: true)]
    public Input<string>? Other { get; set; }

    public void Use<TArgs>(TArgs args)
        where TArgs : struct => Other = $"{args}";
}
