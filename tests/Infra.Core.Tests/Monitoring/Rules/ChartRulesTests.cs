using System.Text.RegularExpressions;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Tests.Monitoring.Alerting;

namespace Infra.Core.Tests.Monitoring.Rules;

public sealed partial class ChartRulesTests
{
    // An alert of the chart that is off because one of ours says the same would be missed by everybody once ours is gone.
    [Fact]
    public void Alerts_that_are_off_for_one_of_ours_name_one_that_there_is()
    {
        var named = ChartRules.DisabledAlerts.Values.SelectMany(reason => Names().Matches(reason)).Select(match => match.Value).Where(name => !ChartRules.DisabledAlerts.ContainsKey(name)).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(
            ["GpuJobIdle", "GpuJobWaiting", "ModelAutoscalerAtMaximum", "NodeNotReady", "NodeUnderPressure", "VolumeAlmostFull", "VolumeFewFilesLeft", "VolumeFillingUp"], named);
        Assert.Equal([], named.Except(KnownAlerts.All.Select(alert => alert.Name)));
    }

    // Both would be said of one alert, and the chart would take neither's word.
    [Fact]
    public void No_alert_is_both_off_and_late() => Assert.Equal([], ChartRules.Patient.Keys.Intersect(ChartRules.DisabledAlerts.Keys));

    [GeneratedRegex("[A-Z][A-Za-z]*[a-z][A-Z][A-Za-z]+")]
    private static partial Regex Names();
}
