using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

public readonly struct Urn : IEquatable<Urn>
{
    private const string Separator = "::";
    private readonly string _value;

    public Urn(string value)
    {
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException("URN cannot be null or empty.", nameof(value));
        _value = value;
    }

    public static implicit operator string(Urn value) => value._value;

    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>The URN of a resource. Unlike the engine it keeps the stack's type when the stack is passed as the parent.</summary>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        if (parent is not null && parentUrn is not null)
            throw new ArgumentException("Only one of 'parent' and 'parentUrn' can be non-null.");
        var ancestor = parent?.Urn ?? parentUrn?.ToOutput();
        var prefix = ancestor is null
            ? Output.Format($"urn:pulumi:{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::")
            : ancestor.Apply(urn => string.Concat(urn.AsSpan(0, urn.LastIndexOf("::", StringComparison.Ordinal)), "$"));
        return Output.Format($"{prefix}{type}::{name}");
    }

    public bool Equals(Urn other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Urn other && Equals(other);

    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _value;

    /// <summary>The resource's own type: the last of the qualified type.</summary>
    internal static string TypeOf(string urn)
    {
        var type = QualifiedTypeOf(urn);
        return type[(type.LastIndexOf('$') + 1)..];
    }

    internal static string QualifiedTypeOf(string urn)
    {
        var start = Part(urn, 2);
        return urn[start..urn.IndexOf(Separator, start, StringComparison.Ordinal)];
    }

    internal static string NameOf(string urn) => urn[Part(urn, 3)..];

    internal static bool IsValid(string urn) => urn.StartsWith("urn:pulumi:", StringComparison.Ordinal) && urn.AsSpan().Count(Separator) >= 3;

    /// <summary>Where a part starts; a name may hold the separator too.</summary>
    private static int Part(string urn, int index)
    {
        var start = 0;
        for (; index > 0; index--)
            start = urn.IndexOf(Separator, start, StringComparison.Ordinal) + Separator.Length;
        return start;
    }
}
