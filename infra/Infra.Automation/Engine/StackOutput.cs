namespace Infra.Automation.Engine;

/// <summary>An output of a stack.</summary>
/// <param name="Json">The value as JSON text; null for a secret: what isn't there can't be printed.</param>
public sealed record StackOutput(string? Json)
{
    /// <summary>A secret, without its value.</summary>
    public static StackOutput Secret { get; } = new((string?)null);

    public bool IsSecret => Json is null;

    public override string ToString() => Json ?? "[secret]";
}
