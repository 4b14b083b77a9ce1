namespace Infra.Planning.Model;

/// <summary>What a program asks Pulumi for: all resources of a stack, each after its parent, in registration order.</summary>
public sealed record Plan
{
    /// <summary>The version of the document's form; see <see cref="Json.PlanJson"/>.</summary>
    public const int SchemaVersion = 1;

    public required string Project { get; init; }

    public required string Stack { get; init; }

    public ValueList<PlannedResource> Resources { get; init; } = [];
}
