namespace Pulumi.Tests.Harness;

/// <summary>A component whose children and outputs the test makes.</summary>
internal sealed class Group : ComponentResource
{
    public const string Type = "test:index:Group";

    public Group(string name, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
    }

    public Group(string name, ResourceArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, args, options)
    {
    }

    [Output("address")]
    public Output<string> Address { get; set; } = null!;

    [Output]
    public Output<int>? Count { get; set; }

    public void Finish() => RegisterOutputs();

    public void Finish(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);

    public void Finish(Output<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);
}
