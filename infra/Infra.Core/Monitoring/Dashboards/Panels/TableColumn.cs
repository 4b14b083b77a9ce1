using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Dashboards.Panels;

/// <summary>A column of numbers.</summary>
/// <param name="Header">Its header; unique in the table.</param>
/// <param name="Unit">What the numbers are.</param>
/// <param name="PromQl">The expression; it is added up by the table's keys.</param>
public sealed record TableColumn(string Header, Unit Unit, Expression PromQl);
