using Infra.Core.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of dashboards.</summary>
internal static class DashboardRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.Monitoring.Dashboards is not { Enabled: true } dashboards)
        {
            return;
        }

        var path = PlatformRules.Key("monitoring.dashboards");
        if (settings.Monitoring.Stack is not { } stack)
        {
            if (settings.Monitoring.PrometheusOperator is null)
            {
                problems.Add(path, "nobody computes what they show; set monitoring.stack, or monitoring.prometheusOperator where the cluster has one, or remove it");
            }

            return;
        }

        if (!stack.Grafana)
        {
            problems.Add(path, "nobody shows them, because monitoring.stack.grafana is false; remove one of the two");
        }

        foreach (var (key, value) in new[] { ("prometheusUid", dashboards.PrometheusUid), ("lokiUid", dashboards.LokiUid) })
        {
            if (value is not null)
            {
                problems.Add(ConfigPath.Key(path, key), "set together with monitoring.stack, whose Grafana has data sources of its own; remove it");
            }
        }
    }
}
