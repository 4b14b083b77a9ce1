namespace Infra.Planning.Model;

/// <summary>How long Pulumi waits for an operation on the resource; null is the provider's own default.</summary>
public sealed record PlannedTimeouts
{
    public TimeSpan? Create { get; init; }

    public TimeSpan? Update { get; init; }

    public TimeSpan? Delete { get; init; }
}
