using System.Collections.Immutable;
using Infra.Planning.Model;

namespace Infra.Automation.Engine;

/// <summary>How the engine refreshes.</summary>
public sealed record RefreshRequest
{
    /// <summary>What the history says of it. Default: nothing.</summary>
    public string? Message { get; init; }

    /// <summary>URNs of the resources that it is about. Default: all.</summary>
    public ValueList<string> Targets { get; init; } = [];

    /// <summary>Whether interrupted creations are forgotten, for somebody has made sure that nothing was made. Default: no.</summary>
    public bool ClearPendingCreates { get; init; }

    /// <summary>Interrupted creations that did make something: its id by the resource's URN. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> ImportPendingCreates { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
