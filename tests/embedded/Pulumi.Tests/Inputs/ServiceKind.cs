namespace Pulumi.Tests.Inputs;

/// <summary>A string enumeration as provider packages write them.</summary>
[EnumType]
internal readonly struct ServiceKind : IEquatable<ServiceKind>
{
    private readonly string _value;

    private ServiceKind(string value) => _value = value;

    public static ServiceKind ClusterIp { get; } = new("ClusterIP");

    public static explicit operator string(ServiceKind value) => value._value;

    public bool Equals(ServiceKind other) => _value == other._value;

    public override bool Equals(object? obj) => obj is ServiceKind other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}
