using System.Collections.Immutable;
using Infra.Core.Monitoring.Alerting.Wire;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>What is written about alerts, as Go templates (prometheus/alertmanager, docs/notifications.md; with functions that 0.25 has).</summary>
/// <param name="Environment">The environment, which titles begin with: people have several.</param>
internal sealed record NotificationText(string Environment)
{
    // SNS refuses a longer subject, and Alertmanager doesn't cut it (SNS API, Publish: less than 100 characters; notify/sns/sns.go at v0.34.0).
    private const int LongestTitle = 99;

    /// <summary>One line: what fires where, or that it is over. The labels of the group are its severity, and its model or alert with their namespace.</summary>
    public string Title => string.Concat(
        """{{ $group := .GroupLabels.SortedPairs.Values | join " " }}{{ if eq .Status "firing" }}""",
        Cut("%d firing", "(len .Alerts.Firing) "),
        "{{ else }}",
        Cut("over", ""),
        "{{ end }}");

    /// <summary>Every alert in lines.</summary>
    public static string Alerts { get; } = string.Concat(
        "{{ range .Alerts }}",
        "{{ .Labels.severity }} {{ .Labels.alertname }} ({{ .Status }}): {{ .Annotations.summary }}\n",
        "{{ with .Annotations.description }}{{ . }}\n{{ end }}",
        "{{ with or .Annotations.runbook_url .Annotations.runbook }}Runbook: {{ . }}\n{{ end }}\n",
        "{{ end }}");

    /// <summary>What an incident of PagerDuty tells beside its title.</summary>
    public ImmutableSortedDictionary<string, string> PagerDutyDetails => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create("environment", Environment),
        KeyValuePair.Create("alerts", Alerts),
    ]);

    /// <summary>Severity as PagerDuty counts it (Events API v2: critical, error, warning, info); an alert without one is no trifle.</summary>
    public static string PagerDutySeverity { get; } = string.Concat(
        """{{ if match "^(P0|critical)$" .GroupLabels.severity }}critical""",
        """{{ else if match "^(P2|info)$" .GroupLabels.severity }}info""",
        "{{ else }}warning{{ end }}");

    /// <summary>The page of the group's first alert; those of the others stand in the details.</summary>
    public static PagerDutyLink RunbookLink { get; } = new("{{ (index .Alerts 0).Annotations.runbook_url }}", "Runbook");

    private string Cut(string what, string values) => $$$"""{{ printf "%.{{{LongestTitle}}}s" (printf "[{{{Environment}}}] {{{what}}}: %s" {{{values}}}$group) }}""";
}
