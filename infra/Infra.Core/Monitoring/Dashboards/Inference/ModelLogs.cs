using Infra.Core.Monitoring.Dashboards.Panels;

namespace Infra.Core.Monitoring.Dashboards.Inference;

/// <summary>What the chosen models write, as Loki has it (<see cref="Logs.FluentBitPipeline.Labels"/>, <see cref="Logs.StructuredLog.Fields"/>).</summary>
internal static class ModelLogs
{
    private const string OfModels = "{namespace=~\"$namespace\",app=~\"$model\"}";

    public static DashboardRow Row { get; } = new("Logs",
    [
        new LogsPanel($"{OfModels} | level=~\"(?i)error|critical|fatal\"")
        {
            Title = "Errors",
            Description = "Lines that say of themselves that they are errors: those of servers that write JSON with a field level. A line's details have its request_id and trace_id.",
            Width = PanelWidth.Full,
        },
        new LogsPanel(OfModels)
        {
            Title = "All lines",
            Description = "The newest lines of all containers of the models, probes left out.",
            Width = PanelWidth.Full,
        },
    ]);
}
