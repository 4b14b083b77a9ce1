using Infra.Core.Monitoring.Dashboards.Inference;

namespace Infra.Core.Tests.Monitoring.Dashboards;

/// <summary>Environments.</summary>
internal static class DashboardScopes
{
    public static readonly DashboardScope Everything =
        new() { Gpus = true, GpuUse = true, LanguageModels = true, Waiting = true, Running = true, Batches = true, Tenants = true, Logs = true, Prices = "REGION; read DATE" };

    public static DashboardScope Named(string name) => name == "all" ? Everything : new DashboardScope();
}
