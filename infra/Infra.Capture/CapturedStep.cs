using Infra.Planning.Model;

namespace Infra.Capture;

/// <summary>What the real engine would do with a resource, and why.</summary>
/// <param name="Operation">Pulumi's word: <c>create</c>, <c>update</c>, <c>replace</c>, <c>delete</c>, <c>same</c>, <c>import</c>, <c>refresh</c>, …</param>
public sealed record CapturedStep(Urn Urn, string Operation)
{
    /// <summary>Its URN in the state, where that is another one, because of an alias; null where it is the same.</summary>
    public Urn? PriorUrn { get; init; }

    /// <summary>The properties that cause an update, as the provider names them.</summary>
    public ValueList<string> DiffReasons { get; init; } = [];

    /// <summary>The properties that cause a replacement, as the provider names them.</summary>
    public ValueList<string> ReplaceReasons { get; init; } = [];

    /// <summary>Every property that differs, in ordinal order of the paths; empty where the provider doesn't say.</summary>
    public ValueList<CapturedChange> Changes { get; init; } = [];
}
