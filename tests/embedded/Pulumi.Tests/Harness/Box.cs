namespace Pulumi.Tests.Harness;

/// <summary>A resource with one property, <c>v</c>, that takes anything.</summary>
[ResourceType("test:index:Box", null)]
internal sealed class Box : CustomResource
{
    public const string Type = "test:index:Box";

    public Box(string name, BoxArgs? args = null, CustomResourceOptions? options = null)
        : base(Type, name, args, options)
    {
    }

    [Output("v")]
    public Output<object?> Value { get; private set; } = null!;

    public static Box Get(string name, Input<string> id, BoxArgs? state = null) =>
        new(name, state, new CustomResourceOptions { Id = id });
}
