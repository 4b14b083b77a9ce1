using System.Collections.Immutable;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>Who is told of alerts, by severity: names of receivers.</summary>
/// <param name="P0">Told of P0.</param>
/// <param name="P1">Told of P1.</param>
/// <param name="P2">Told of P2.</param>
public sealed record AlertAudience(ImmutableArray<string> P0, ImmutableArray<string> P1, ImmutableArray<string> P2)
{
    /// <summary>Told of a severity.</summary>
    /// <param name="severity">The severity.</param>
    public ImmutableArray<string> Of(Severity severity) => severity switch
    {
        Severity.P0 => P0,
        Severity.P1 => P1,
        Severity.P2 => P2,
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "not a severity"),
    };

    /// <summary>Everybody, once.</summary>
    public IEnumerable<string> All => P0.Concat(P1).Concat(P2).Distinct(StringComparer.Ordinal);
}
