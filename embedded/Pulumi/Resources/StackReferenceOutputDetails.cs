namespace Pulumi;

/// <summary>A stack output: one of the two is set, or none when the stack has no such output.</summary>
public sealed class StackReferenceOutputDetails
{
    public object? Value { get; set; }

    public object? SecretValue { get; set; }
}
