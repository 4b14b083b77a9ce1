namespace Infra.Core.Monitoring.Dashboards;

/// <summary>From which value on numbers have a colour.</summary>
/// <param name="From">The value, in the panel's unit.</param>
/// <param name="Color">The colour.</param>
public sealed record Threshold(double From, ThresholdColor Color);
