namespace Pulumi.Embedded;

/// <summary>A secret inside a value tree. Its value may itself be <see cref="UnknownValue"/>.</summary>
public sealed class SecretValue
{
    public SecretValue(object? value) => Value = value is SecretValue secret ? secret.Value : value;

    public object? Value { get; }

    public override string ToString() => "[secret]";
}
