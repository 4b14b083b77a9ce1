using System.Collections.Immutable;
using Infra.Core.Monitoring;
using Infra.Core.Monitoring.Rules;
using Pulumi;

namespace Infra.Components.Monitoring.Rules;

/// <summary>Writes rules into the object that the Prometheus operator reads.</summary>
internal static class PrometheusRules
{
    /// <summary>The object's specification.</summary>
    /// <param name="groups">The groups; one without rules is left out.</param>
    /// <param name="runbooks">Address of the folder of runbooks; null for their path in the repository.</param>
    public static PrometheusRuleSpecArgs Spec(IEnumerable<RuleGroup> groups, string? runbooks)
    {
        var spec = new PrometheusRuleSpecArgs();
        foreach (var group in groups.Where(group => !group.Rules.IsEmpty))
        {
            var rules = new InputList<RuleArgs>();
            foreach (var rule in group.Rules)
            {
                rules.Add(Of(rule, runbooks));
            }

            // Said, because rules count events by it, and somebody else's Prometheus may have an interval of its own.
            spec.Groups.Add(new RuleGroupArgs { Name = group.Name, Interval = Scrape.IntervalText, Rules = rules });
        }

        return spec;
    }

    private static RuleArgs Of(Rule rule, string? runbooks) => rule switch
    {
        RecordingRule recording => new RuleArgs { Record = recording.Series.Name, Expr = recording.Expression.Text, Labels = Map(recording.Labels) },
        AlertRule alert => Alert(alert, alert.Runbook.Annotation(runbooks)),
        _ => throw new ArgumentException($"{rule.GetType()} can't be written.", nameof(rule)),
    };

    private static RuleArgs Alert(AlertRule alert, (string Key, string Value) runbook) => new()
    {
        Alert = alert.Name,
        Expr = alert.Expression.Text,
        For = PromDuration.Text(alert.For),
        Labels = Map(alert.Labels.SetItem("severity", alert.Severity.ToString())),
        Annotations = new InputMap<string> { ["summary"] = alert.Summary, ["description"] = alert.Description, [runbook.Key] = runbook.Value },
    };

    private static InputMap<string> Map(ImmutableSortedDictionary<string, string> labels)
    {
        var map = new InputMap<string>();
        foreach (var (key, value) in labels)
        {
            map[key] = value;
        }

        return map;
    }
}
