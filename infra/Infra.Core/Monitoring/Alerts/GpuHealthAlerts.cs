using Infra.Core.Accelerators;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>
/// Alerts on GPUs that are broken, wear out or are held down. That a GPU reaches its power limit is none of them: under load it is meant to, and a T4 does nothing else.
/// </summary>
internal static class GpuHealthAlerts
{
    private const int NanosecondsPerSecond = 1_000_000_000;

    // A slowdown that the hardware makes by itself halves the clocks at least (NVIDIA/dcgm-exporter 4.8.2, clock_events_collector.go).
    private const string HardwareSlowdowns = "hw_slowdown|hw_thermal|hw_power_brake";

    /// <summary>The alerts.</summary>
    public static RuleGroup Group { get; } = new("gpu.health", [Hardware(), Uncorrectable(), RowRemap(), WornMemory(), Application(), Overheated(), HeldDown()]);

    // Half an hour, and not the five minutes that the exporter remembers: whoever comes has to find the alert.
    private static AlertRule Hardware() => new()
    {
        Name = "GpuHardwareError",
        Severity = Severity.P1,
        For = TimeSpan.Zero,
        Expression = Xid(Window.Minutes(30), XidErrors.Hardware).Max([.. Alert.Gpu, "xid"]).OfItsPod() > 0,
        Summary = "GPU {{ $labels.gpu }} of {{ $labels.node }} reported XID {{ $labels.xid }} and doesn't work until it is reset",
        Description = "{{ $labels.modelName }} reported XID {{ $labels.xid }} {{ $value }} times within five minutes of the last half hour{{ with $labels.pod }}; {{ . }} has it{{ end }}. "
            + "On EC2 the mend is another node: keep new pods off this one, drain it, terminate the instance.",
        Runbook = new Runbook("gpu-hardware-error"),
    };

    private static AlertRule Uncorrectable() => new()
    {
        Name = "GpuMemoryUncorrectable",
        Severity = Severity.P1,
        For = TimeSpan.Zero,
        Expression = GpuHealthMetrics.UncorrectableErrors.Increase(Window.Hours(1)).Max(Alert.Gpu).OfItsPod() > 0,
        Summary = "GPU {{ $labels.gpu }} of {{ $labels.node }} lost data: memory errors of two bits",
        Description = "About {{ $value | humanize }} errors of two bits came in the last hour on {{ $labels.modelName }}. They can't be corrected: what was computed{{ with $labels.pod }} by {{ . }}{{ end }} may be wrong, and the process has probably died.",
        Runbook = new Runbook("gpu-hardware-error"),
    };

    private static AlertRule RowRemap() => new()
    {
        Name = "GpuRowRemapFailed",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(5),
        Expression = GpuHealthMetrics.RowRemapFailure.Now().Max(Alert.Gpu).OfItsPod() > 0,
        Summary = "GPU {{ $labels.gpu }} of {{ $labels.node }} has no spare memory rows left",
        Description = "{{ $labels.modelName }} couldn't replace a broken row of its memory. The next error there costs data: give the instance back.",
        Runbook = new Runbook("gpu-hardware-error"),
    };

    private static AlertRule WornMemory() => new()
    {
        Name = "GpuMemoryWorn",
        Severity = Severity.P2,
        For = TimeSpan.Zero,
        Expression = Xid(Window.Hours(1), XidErrors.WornMemory).Max([.. Alert.Gpu, "xid"]).OfItsPod() > 0,
        Summary = "Memory of GPU {{ $labels.gpu }} of {{ $labels.node }} wears out: XID {{ $labels.xid }}",
        Description = "{{ $labels.modelName }} reported XID {{ $labels.xid }} {{ $value }} times within five minutes of the last hour. It still works; AWS advises to replace the instance when it suits.",
        Runbook = new Runbook("gpu-memory-worn"),
    };

    // One crash is a pod's own affair, and is over; half an hour of them is a program that will not get well by itself.
    private static AlertRule Application() => new()
    {
        Name = "GpuApplicationErrors",
        Severity = Severity.P2,
        For = TimeSpan.FromMinutes(30),
        Expression = Xid(Window.Minutes(5), XidErrors.Application).Sum(Alert.Gpu).OfItsPod() > 0,
        Summary = "A program on GPU {{ $labels.gpu }} of {{ $labels.node }} fails again and again",
        Description = "{{ $value }} errors within five minutes, for half an hour, of the kinds that programs make: illegal addresses and instructions, assertions. The GPU is well; look at {{ $labels.namespace }}/{{ $labels.pod }}, its image and its driver.",
        Runbook = new Runbook("gpu-application-errors"),
    };

    private static AlertRule Overheated() => new()
    {
        Name = "GpuOverheated",
        Severity = Severity.P2,
        For = TimeSpan.FromMinutes(15),
        Expression = (GpuHealthMetrics.ThermalThrottling.Rate(Window.Minutes(10)) / NanosecondsPerSecond).Max("node", "gpu", "modelName") > 0.1,
        Summary = "GPU {{ $labels.gpu }} of {{ $labels.node }} is slowed down by heat",
        Description = "{{ $labels.modelName }} was slowed down by heat for {{ $value | humanizePercentage }} of the last ten minutes; allowed is 10 %. Its model answers more slowly than others of its kind; nobody here can cool it: give the instance back.",
        Runbook = new Runbook("gpu-throttled"),
    };

    private static AlertRule HeldDown() => new()
    {
        Name = "GpuClocksHeldDown",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(15),
        Expression = GpuHealthMetrics.ClockEvents.Now(Matcher.Like("clock_event", HardwareSlowdowns)).Max("node", "gpu", "modelName", "clock_event") > 0,
        Summary = "GPU {{ $labels.gpu }} of {{ $labels.node }} runs at half its clocks or less",
        Description = "The hardware of {{ $labels.modelName }} held its clocks down ({{ $labels.clock_event }}) at {{ $value }} readings of the last five minutes, and did so for a quarter of an hour. Give the instance back.",
        Runbook = new Runbook("gpu-throttled"),
    };

    private static Expression Xid(Window window, IEnumerable<int> codes) => GpuHealthMetrics.XidErrors.Max(window, Matcher.Like("xid", XidErrors.Pattern(codes)));
}
