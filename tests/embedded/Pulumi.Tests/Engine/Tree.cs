using Pulumi.Embedded;

namespace Pulumi.Tests.Engine;

/// <summary>Writes a value tree in one line, like <see cref="Shape"/>, with <c>unknown</c> and <c>secret(…)</c>.</summary>
internal static class Tree
{
    public static string Of(object? tree) => tree switch
    {
        UnknownValue => "unknown",
        SecretValue secret => $"secret({Of(secret.Value)})",
        ImmutableArray<object?> list => $"[{string.Join(", ", list.Select(Of))}]",
        ImmutableDictionary<string, object?> map =>
            $"{{{string.Join(", ", map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {Of(entry.Value)}"))}}}",
        _ => Shape.Of(tree),
    };
}
