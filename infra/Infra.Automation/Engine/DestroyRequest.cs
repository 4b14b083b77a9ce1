using Infra.Planning.Model;

namespace Infra.Automation.Engine;

/// <summary>How the engine destroys.</summary>
public sealed record DestroyRequest
{
    /// <summary>What the history says of it. Default: nothing.</summary>
    public string? Message { get; init; }

    /// <summary>URNs of the resources that it is about. Default: all.</summary>
    public ValueList<string> Targets { get; init; } = [];

    /// <summary>Whether the cloud is asked first how things are. Default: no.</summary>
    public bool Refresh { get; init; }

    /// <summary>Whether the rest goes on when a resource fails. Default: no.</summary>
    public bool ContinueOnError { get; init; }
}
