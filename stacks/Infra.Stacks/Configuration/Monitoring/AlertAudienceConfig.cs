using System.Collections.Immutable;
using Infra.Core.Monitoring.Alerting;

namespace Infra.Stacks.Configuration;

/// <summary>Who is told of alerts, by severity: names of <c>monitoring.alerting.receivers</c>.</summary>
public sealed record AlertAudienceConfig
{
    /// <summary>Told of P0 at any time: users are hurt now, or will be within the hour.</summary>
    public ImmutableArray<string> P0 { get; init; } = [];

    /// <summary>Told of P1 in their office hours: somebody looks the same day.</summary>
    public ImmutableArray<string> P1 { get; init; } = [];

    /// <summary>Told of P2 in their office hours: somebody looks within the week.</summary>
    public ImmutableArray<string> P2 { get; init; } = [];

    internal AlertAudience ToAudience() => new(P0, P1, P2);
}
