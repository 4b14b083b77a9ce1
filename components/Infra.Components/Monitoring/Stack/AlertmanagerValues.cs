using Infra.Components.Helm;

namespace Infra.Components.Monitoring.Stack;

/// <summary>Values of Alertmanager.</summary>
internal static class AlertmanagerValues
{
    /// <summary>Its values. It keeps silences and what it sent on its pod's own disk: lost with all pods at once, an alert is sent again.</summary>
    /// <param name="args">Its arguments; null for none.</param>
    public static Dictionary<string, object> Of(AlertmanagerArgs? args) => args is null
        ? new() { ["enabled"] = false }
        : new()
        {
            ["enabled"] = true,
            ["podDisruptionBudget"] = PrometheusValues.Budget(args.Replicas),
            ["alertmanagerSpec"] = new Dictionary<string, object>
            {
                ["replicas"] = args.Replicas,
                ["resources"] = StackPods.Alertmanager.Values,
                ["topologySpreadConstraints"] = HelmScheduling.Spread(StackNames.AlertmanagerPods),
                ["useExistingSecret"] = true,
                ["configSecret"] = MonitoringStack.AlertmanagerConfiguration,
                // The chart's empty selector would merge every AlertmanagerConfig of every namespace into ours; this one matches none, whatever labels it has.
                ["alertmanagerConfigSelector"] = new Dictionary<string, object> { ["matchExpressions"] = new object[] { Selects("Exists"), Selects("DoesNotExist") } },
                ["secrets"] = new object[] { MonitoringStack.AlertmanagerFiles }.Concat(args.ExistingSecrets).ToArray(),
            },
        };

    private static Dictionary<string, object> Selects(string @operator) => new() { ["key"] = "alertmanagerConfig", ["operator"] = @operator };
}
