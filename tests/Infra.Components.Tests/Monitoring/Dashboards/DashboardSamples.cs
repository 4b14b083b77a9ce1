using Infra.Components.Monitoring.Dashboards;

namespace Infra.Components.Tests.Monitoring.Dashboards;

/// <summary>Dashboards of environments.</summary>
internal static class DashboardSamples
{
    public static GrafanaDashboardsArgs Everything() => new()
    {
        Namespace = "monitoring",
        LokiUid = "loki",
        SelectorLabels = { ["release"] = "prometheus" },
        Pools = [new DashboardPoolArgs { Name = "t4", Resources = ["nvidia.com/gpu"], UsdPerHour = { ["g4dn.xlarge"] = 0.526 } }],
        Models =
        [
            new DashboardModelArgs { Name = "chat", Namespace = "search", Tenant = "search", LanguageModel = true, Gpus = true },
            new DashboardModelArgs { Name = "trees", Namespace = "inference" },
        ],
        GpuUse = true,
        PriceSource = "us-east-1; read 2026-07-20",
    };

    public static GrafanaDashboardsArgs Laptop() => new() { Namespace = "monitoring" };
}
