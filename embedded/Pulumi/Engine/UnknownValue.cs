namespace Pulumi.Embedded;

/// <summary>The place of a value that a preview can't know.</summary>
public sealed class UnknownValue
{
    public static readonly UnknownValue Instance = new();

    private UnknownValue()
    {
    }

    public override string ToString() => "[unknown]";
}
