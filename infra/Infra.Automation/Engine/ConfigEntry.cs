namespace Infra.Automation.Engine;

/// <summary>A value of a stack's configuration.</summary>
/// <param name="Value">The text, JSON for what is structured; null for a secret.</param>
public sealed record ConfigEntry(string? Value)
{
    /// <summary>A secret, without its value.</summary>
    public static ConfigEntry Secret { get; } = new((string?)null);

    public bool IsSecret => Value is null;

    public override string ToString() => Value ?? "[secret]";
}
