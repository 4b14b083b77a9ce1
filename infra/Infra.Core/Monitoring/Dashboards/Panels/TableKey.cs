namespace Infra.Core.Monitoring.Dashboards.Panels;

/// <summary>A label by whose values a table has rows.</summary>
/// <param name="Label">The label.</param>
/// <param name="Header">Header of its column.</param>
/// <param name="LinkTo">Id of the dashboard that a value leads to, as the variable of the label's name; null for no link.</param>
public sealed record TableKey(string Label, string Header, string? LinkTo = null);
