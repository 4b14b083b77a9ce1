using Infra.Components.Nodes;
using Infra.Core.Monitoring;
using Infra.Core.Monitoring.Rules;

namespace Infra.Components.Monitoring.Stack;

/// <summary>Values that say which rules of the chart there are.</summary>
internal static class RuleValues
{
    /// <summary>The values.</summary>
    /// <param name="hasAlertmanager">Whether alerts are sent.</param>
    public static Dictionary<string, object> Of(bool hasAlertmanager)
    {
        var rules = ChartRules.Off.Keys.ToDictionary(group => group, object (_) => false);
        rules["alertmanager"] = hasAlertmanager;
        var disabled = ChartRules.DisabledAlerts.Keys.Concat(hasAlertmanager ? [] : ChartRules.OfAlertmanager).Order(StringComparer.Ordinal);
        return new()
        {
            ["create"] = true,
            ["rules"] = rules,
            ["disabled"] = disabled.ToDictionary(alert => alert, object (_) => true),
            // Pods that hold room wait for nodes on purpose, for as long as there are none.
            ["appNamespacesOperator"] = "!~",
            ["appNamespacesTarget"] = HeadroomArgs.DefaultNamespace,
        };
    }

    /// <summary>Times that alerts of the chart wait for, where they aren't the chart's.</summary>
    public static Dictionary<string, object> Times() =>
        ChartRules.Patient.Keys.ToDictionary(alert => alert, object (_) => new Dictionary<string, object> { ["for"] = PromDuration.Text(ChartRules.Start) });
}
