using System.Collections.Immutable;
using Infra.Core.Monitoring.Dashboards.Panels;

namespace Infra.Core.Monitoring.Dashboards;

/// <summary>A row of a dashboard: a heading with panels below it, which fill lines from left to right.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Panels">The panels.</param>
public sealed record DashboardRow(string Title, ImmutableArray<Panel> Panels);
