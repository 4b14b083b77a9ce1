using System.Collections.Immutable;

namespace Infra.Core.Monitoring.Alerting.Wire;

/// <summary>Alerts that aren't told while another fires.</summary>
/// <param name="SourceMatchers">The alert that has to fire.</param>
/// <param name="TargetMatchers">The alerts that aren't told then.</param>
/// <param name="Equal">Labels that both have alike; one that both lack is alike.</param>
public sealed record InhibitRule(ImmutableArray<string> SourceMatchers, ImmutableArray<string> TargetMatchers, ImmutableArray<string> Equal);
