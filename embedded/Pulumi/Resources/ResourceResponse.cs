using System.Collections.Immutable;

namespace Pulumi;

/// <param name="Id">Null or empty when unknown.</param>
/// <param name="MissingIsKnown">Whether an output that isn't there is known (and then has its type's default).</param>
internal sealed record ResourceResponse(
    string Urn,
    string? Id,
    ImmutableDictionary<string, object?> Outputs,
    bool MissingIsKnown)
{
    /// <summary>The outputs of a stack whose export is at hand, one by one: in the property <c>outputs</c> one unknown hides all.</summary>
    public ImmutableDictionary<string, object?>? StackOutputs { get; init; }

    /// <summary>Is told when somebody reads an output that is unknown.</summary>
    public Action? UnknownRead { get; init; }
}
