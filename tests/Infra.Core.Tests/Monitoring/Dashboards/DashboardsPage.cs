using System.Text;
using Infra.Core.Monitoring.Dashboards;
using Infra.Core.Monitoring.Dashboards.Panels;

namespace Infra.Core.Tests.Monitoring.Dashboards;

/// <summary>The page that says what dashboards show, made of the dashboards themselves.</summary>
internal static class DashboardsPage
{
    private const string Introduction = """
        # Dashboards

        What Grafana shows, where `monitoring.stack` brings it or `monitoring.dashboards` asks for it ([docs/configuration.md](configuration.md)). The page is made of the dashboards
        (`infra/Infra.Core/Monitoring/Dashboards/Inference`); `UPDATE_GOLDEN=1 ./run test --filter InferenceDashboards` writes it anew.

        An environment gets the panels that it has something for: without GPUs, prices, language models, tenants or Loki, what stands here of them is left out. Panels read series that
        recording rules compute (`infra/Infra.Core/Monitoring/Rules/RecordedSeries*.cs`): a model's come with the model, those of pools and costs with the dashboards. Nodes are shown by the
        label `gpu-inference/pool`, which pools of existing nodes need not have; without it they aren't shown.

        Costs are estimates: nodes that run, times the on-demand list price of their instance type in the catalogue (`infra/Infra.Core/Catalog/Data`), which says where and when it was read.
        Spot, savings plans, disks, traffic, the control plane and nodes that aren't in a pool aren't in them. A model's part of a node's price is that of its GPUs.

        """;

    public static string Text(IEnumerable<Dashboard> dashboards)
    {
        var text = new StringBuilder(Introduction);
        foreach (var dashboard in dashboards)
        {
            text.Append($"\n## {dashboard.Title}\n\n{dashboard.Description}\n\n| row | panel | kind | unit | asks | what it says |\n|---|---|---|---|---|---|\n");
            foreach (var (row, panel) in dashboard.Rows.SelectMany(row => row.Panels.Select(panel => (row, panel))))
            {
                text.Append($"| {row.Title} | {panel.Title} | {panel.Type} | {Units(panel)} | {Asks(panel)} | {panel.Description} |\n");
            }
        }

        return text.ToString();
    }

    private static string Units(Panel panel) => string.Join(", ", panel.Units.Distinct().Select(unit => $"`{unit.Id}`"));

    private static string Asks(Panel panel) => string.Join("<br>", panel is LogsPanel logs ? [Code(logs.LogQl)] : panel.Queries.Select(query => Code(query.PromQl.Text)));

    // A cell ends at a bar, in code too.
    private static string Code(string query) => $"`{query.Replace("|", "\\|", StringComparison.Ordinal)}`";
}
