using Infra.Core.Accelerators;
using Infra.TestKit;

namespace Infra.Core.Tests.Accelerators;

public sealed class DcgmMetricsTests
{
    [SkippableFact]
    public void Every_field_is_one_of_the_exporter_with_the_type_it_has_there()
    {
        // The list that ships with the exporter; what it comments out, it knows all the same.
        var known = SharedFacts.ReadText("data/dcgm-default-counters.csv").Split('\n')
            .Select(line => line.TrimStart('#', ' ').Split(',', 3))
            .Where(columns => columns.Length == 3 && columns[0].StartsWith("DCGM_", StringComparison.Ordinal))
            .Select(columns => (columns[0].Trim(), columns[1].Trim()))
            .ToHashSet();

        Assert.All(DcgmMetrics.All, metric => Assert.Contains((metric.Field, metric.Type.ToString().ToLowerInvariant()), known));
    }

    [Fact]
    public void The_list_has_what_alerts_ask_for_and_the_default_list_leaves_out()
    {
        var fields = DcgmMetrics.All.Select(metric => metric.Field).ToList();

        Assert.Superset(
            new HashSet<string>
            {
                DcgmMetrics.XidErrorCount, DcgmMetrics.UncorrectableErrors, DcgmMetrics.CorrectableErrors, DcgmMetrics.ThermalThrottling, DcgmMetrics.PowerThrottling,
                DcgmMetrics.Utilisation, DcgmMetrics.EngineActive, DcgmMetrics.TensorActive, DcgmMetrics.MemoryUsed, DcgmMetrics.MemoryFree, DcgmMetrics.RowRemapFailure,
            },
            fields.ToHashSet());
        Assert.Equal(fields.Distinct(), fields);
    }

    [Fact]
    public void The_file_has_three_columns_and_nothing_else()
    {
        var lines = DcgmMetrics.ToCsv().TrimEnd('\n').Split('\n');

        Assert.Equal(DcgmMetrics.All.Length, lines.Length);
        Assert.All(lines, line => Assert.Equal(3, line.Split(',').Length));
        Assert.Contains("DCGM_FI_DEV_XID_ERRORS, gauge, Last XID error.", lines);
        Assert.Contains("DCGM_FI_DRIVER_VERSION, label, Driver version.", lines);
    }
}
