using System.Collections.Immutable;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Objectives;

/// <summary>
/// How many times as fast as an objective allows its budget may be spent before somebody is told. The long window says that it matters, the short one that it
/// still goes on (Site Reliability Workbook, chapter 5, "Multiwindow, multi-burn-rate alerts", table 5-8, for 30 days).
/// </summary>
/// <param name="Factor">How many times as fast.</param>
/// <param name="Long">The long window.</param>
/// <param name="Short">The short window, a twelfth of it.</param>
/// <param name="Severity">How much it hurries.</param>
public sealed record BurnRate(double Factor, Window Long, Window Short, Severity Severity)
{
    /// <summary>All of them, the fastest first: 2 % of the budget in an hour, 5 % in six, 10 % in a day, 10 % in three.</summary>
    public static ImmutableArray<BurnRate> All { get; } =
    [
        new(14.4, Window.Hours(1), Window.Minutes(5), Severity.P0),
        new(6, Window.Hours(6), Window.Minutes(30), Severity.P1),
        new(3, Window.Days(1), Window.Hours(2), Severity.P2),
        new(1, Window.Days(3), Window.Hours(6), Severity.P2),
    ];
}
