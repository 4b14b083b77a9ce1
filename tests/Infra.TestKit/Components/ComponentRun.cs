using System.Collections.Immutable;

namespace Infra.TestKit.Components;

/// <summary>Everything that a program registered, in the order of construction.</summary>
public sealed class ComponentRun(ImmutableArray<Registration> registrations)
{
    public ImmutableArray<Registration> Registrations { get; } = registrations;

    /// <summary>One line per resource: <c>type name</c>, indented below its parent's.</summary>
    public string Outline => string.Concat(Registrations.Select(r => $"{new string(' ', 2 * Depth(r))}{r}\n"));

    /// <summary>The resource with this name and type.</summary>
    public Registration this[string type, string name] =>
        Registrations.Where(r => r.Type == type && r.Name == name).ToArray() switch
        {
            [var only] => only,
            [] => throw new KeyNotFoundException($"There is no {type} '{name}'. There are:\n{Outline}"),
            _ => throw new InvalidOperationException($"There are several {type} '{name}':\n{Outline}"),
        };

    private int Depth(Registration registration)
    {
        var depth = 0;
        for (var parent = registration.Parent; parent is not null; parent = Registrations.First(r => r.Name == parent).Parent)
        {
            depth++;
        }
        return depth;
    }
}
