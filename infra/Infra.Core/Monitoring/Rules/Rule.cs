using System.Collections.Immutable;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Rules;

/// <summary>What Prometheus computes again and again: a series that is recorded, or an alert.</summary>
public abstract record Rule
{
    private protected Rule()
    {
    }

    /// <summary>What is computed.</summary>
    public required Expression Expression { get; init; }

    /// <summary>Labels that the result gets.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
