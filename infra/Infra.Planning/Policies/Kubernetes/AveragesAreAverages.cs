using System.Text.RegularExpressions;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Kubernetes;

/// <summary>An alert on latency compares latency.</summary>
internal sealed partial class AveragesAreAverages : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "K8S008",
        PolicySeverity.Error,
        "A rate of a sum is divided by the rate of its count",
        "rate(x_seconds_sum) is seconds of work in a second: it grows with traffic, and says nothing of how long a request takes. The alert fires at rush hour, and stays silent when one slow request stands for all.",
        "seed S1.11 (fix); prometheus.io, \"Histograms and summaries\", \"Count and sum of observations\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from rules in context.OfKind("PrometheusRule")
        from groups in rules["spec", "groups"].Items
        from rule in groups["rules"].Items
        where !rule["alert"].IsAbsent
        from verdict in rules.Judge(rule["expr"], expression => Problem(expression.Text ?? ""))
        select verdict;

    private static string? Problem(string expression) =>
        RateOfSum().Match(expression) is { Success: true } match && !expression.Contains($"{match.Groups["name"].Value}_count", StringComparison.Ordinal)
            ? $"compares the rate of {match.Groups["name"].Value}_sum, which grows with traffic; divide it by the rate of {match.Groups["name"].Value}_count, or use histogram_quantile"
            : null;

    [GeneratedRegex(@"\b(?:rate|irate|increase)\s*\(\s*(?<name>\w*(?:seconds|latency|duration)\w*)_sum\b", RegexOptions.CultureInvariant)]
    private static partial Regex RateOfSum();
}
