namespace Pulumi;

internal interface IInput
{
    /// <summary>What the serializer goes on with: a plain value, or an output.</summary>
    object? Content { get; }

    IOutput ToObjectOutput();
}
