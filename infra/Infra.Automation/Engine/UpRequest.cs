using Infra.Planning.Model;

namespace Infra.Automation.Engine;

/// <summary>How the engine updates.</summary>
public sealed record UpRequest
{
    /// <summary>What the history says of it. Default: nothing.</summary>
    public string? Message { get; init; }

    /// <summary>Whether the cloud is asked first how things are. Default: no.</summary>
    public bool Refresh { get; init; }

    /// <summary>URNs of the resources that it is about. Default: all.</summary>
    public ValueList<string> Targets { get; init; } = [];

    /// <summary>How many resources are worked on at a time. Default: Pulumi's.</summary>
    public int? Parallel { get; init; }

    /// <summary>Whether the rest goes on when a resource fails. Default: no.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>Another file instead of <c>Pulumi.STACK.yaml</c>. Default: none.</summary>
    public string? ConfigFile { get; init; }
}
