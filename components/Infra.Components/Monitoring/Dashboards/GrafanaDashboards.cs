using System.Collections.Immutable;
using Infra.Components.Monitoring.Rules;
using Infra.Components.Monitoring.Stack;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Monitoring.Dashboards;
using Infra.Core.Monitoring.Dashboards.Inference;
using Infra.Core.Monitoring.Rules;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Monitoring.Dashboards;

/// <summary>Grafana's dashboards of an environment, and the rules that compute what those of pools and costs show.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-rules       PrometheusRule: nodes, GPUs and costs by pool, model and tenant
/// NAME-fleet       ConfigMap of a dashboard: all models and pools
/// NAME-model       ConfigMap of a dashboard: one model
/// NAME-pool        optional: ConfigMap of a dashboard: pools with GPUs
/// NAME-cost        optional: ConfigMap of a dashboard: costs, estimated by list prices
/// </code>
/// Models are shown by what their own rules record. Nodes are known by labels that kube-state-metrics has to tell (<c>metricLabelsAllowlist</c>), as that of <see cref="MonitoringStack"/> does.
/// </remarks>
public sealed class GrafanaDashboards : ComponentResource
{
    /// <summary>Declares them.</summary>
    /// <exception cref="ResourceException">There are prices, and nobody says where they were read, or the other way round.</exception>
    public GrafanaDashboards(string name, GrafanaDashboardsArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.GrafanaDashboards, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        Check(name, args);
        var pools = args.Pools.Select(pool => pool.ToPool()).ToList();
        var models = args.Models.Where(model => model.Gpus).Select(model => model.ToModel()).ToList();
        _ = new PrometheusRule($"{name}-rules", new PrometheusRuleArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Name = $"{name}-rules", Namespace = args.Namespace, Labels = ManagedBy.Owned.SetItems(args.SelectorLabels) },
            Spec = PrometheusRules.Spec([FleetRules.Of(pools, args.GpuUse), CostRules.Of(pools, models)], runbooks: null),
        }, Children.Root(this, options));
        foreach (var dashboard in InferenceDashboards.Of(args.ToScope()))
        {
            _ = new ConfigMap($"{name}-{dashboard.Uid[(dashboard.Uid.IndexOf('-', StringComparison.Ordinal) + 1)..]}", new CoreV1.ConfigMapArgs
            {
                Metadata = new Meta.ObjectMetaArgs
                {
                    Name = dashboard.Uid,
                    Namespace = args.Namespace,
                    Labels = ManagedBy.Owned.Add(GrafanaLabels.Dashboard, GrafanaLabels.Value),
                    Annotations = ImmutableDictionary<string, string>.Empty.Add(GrafanaLabels.FolderAnnotation, args.Folder),
                },
                // The sidecar writes all of them into one folder.
                Data = { [$"{dashboard.Uid}.json"] = dashboard.ToJson(new DataSources(args.PrometheusUid, args.LokiUid)) },
            }, Children.Root(this, options));
        }

        RegisterOutputs();
    }

    private void Check(string name, GrafanaDashboardsArgs args)
    {
        var problems = new ConfigProblems();
        var priced = args.Pools.Any(pool => pool.UsdPerHour.Count > 0);
        if (priced && args.PriceSource is null)
        {
            problems.Add(ConfigPath.Key(name, "priceSource"), "missing, and pools have prices; say where and when they were read, such as 'us-east-1; read 2026-07-20'");
        }
        else if (!priced && args.PriceSource is not null)
        {
            problems.Add(ConfigPath.Key(name, "priceSource"), $"'{args.PriceSource}', and no pool has a price; remove it");
        }

        problems.ThrowAt(this, ComponentTypes.GrafanaDashboards);
    }
}
