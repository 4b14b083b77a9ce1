using Infra.Core.Monitoring.PromQl;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Monitoring.Dashboards;

/// <summary>A choice above a dashboard: the values that a label has in a recorded series. Queries name it as <c>$NAME</c>, after <c>=~</c>, because several values may be chosen. None of them is empty.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Caption">What stands before the choice.</param>
/// <param name="Series">The recorded series; its conditions may name variables that stand before.</param>
/// <param name="Label">The label.</param>
public sealed record DashboardVariable(string Name, string Caption, Expression Series, string Label)
{
    // VariableRefresh and VariableSort of Grafana's dashboard schema: when the time range changes; by alphabet.
    private const int OnTimeRangeChanged = 2;
    private const int Alphabetical = 1;

    internal JObject ToJson(DataSources sources)
    {
        var query = $"label_values({Series}, {Label})";
        return new JObject
        {
            ["type"] = "query",
            ["name"] = Name,
            ["label"] = Caption,
            ["datasource"] = sources.OfMetrics(),
            ["definition"] = query,
            ["query"] = query,
            ["refresh"] = OnTimeRangeChanged,
            ["sort"] = Alphabetical,
            ["multi"] = true,
            ["includeAll"] = true,
            // Not .*: Loki refuses a selector that fits everything.
            ["allValue"] = ".+",
            ["current"] = new JObject { ["text"] = new JArray("All"), ["value"] = new JArray("$__all") },
        };
    }
}
