using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Core.Monitoring;

/// <summary>How long CloudWatch Logs keeps events.</summary>
public static class LogRetention
{
    /// <summary>The days that the API allows (CloudWatch Logs API, PutRetentionPolicy).</summary>
    public static ImmutableArray<int> Days { get; } =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    /// <summary>The complaint about a number of days, fit for <see cref="ConfigProblems.Add"/>; null if it is allowed.</summary>
    /// <param name="days">Days.</param>
    public static string? Problem(int days) =>
        Days.Contains(days) ? null : $"{days} is no retention that CloudWatch Logs knows; allowed: {string.Join(", ", Days)}";
}
