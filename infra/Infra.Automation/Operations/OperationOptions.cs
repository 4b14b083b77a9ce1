namespace Infra.Automation.Operations;

/// <summary>What holds for every operation.</summary>
public sealed record OperationOptions
{
    /// <summary>After this time the engine is asked to stop; it still finishes what it has begun. Default: never.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether the update has to pass the gate. Default: yes. Only for whoever has asked it himself.</summary>
    public bool Gated { get; init; } = true;
}
