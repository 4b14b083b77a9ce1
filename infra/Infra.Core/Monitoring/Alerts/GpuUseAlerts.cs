using System.Collections.Immutable;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>
/// Alerts on GPUs that pods have and don't use. A model that keeps a number of pods ready is paid to be idle at night, so that it counts only after a whole day; what an autoscaler could take away,
/// and what computes for a job, after an hour. Pods that hold room are idle on purpose.
/// </summary>
internal static class GpuUseAlerts
{
    private const double IdlePercent = 5;

    private static readonly Window _window = Window.Minutes(30);

    /// <summary>The alerts of a pool's GPUs.</summary>
    /// <param name="pool">The pool, with GPUs that the DCGM exporter tells of.</param>
    /// <param name="holders">Namespace of the pods that hold room.</param>
    public static RuleGroup Of(AlertedPool pool, string holders) => new($"pool.{pool.Name}.use", [Idle(pool, holders), JobIdle(pool)]);

    /// <summary>The alerts of a model's GPUs.</summary>
    /// <param name="model">The model.</param>
    public static ImmutableArray<Rule> Of(AlertedModel model)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        if (model is { Devices: > 0, LeastPods: { } least })
        {
            rules.Add(IdleAboveMinimum(model, least));
        }

        // Of a GPU that pods share nobody knows whose memory it is.
        if (model is { Devices: > 0, GrowsInGpuMemory: true, SharesGpus: false })
        {
            rules.Add(MemoryFull(model));
        }

        return rules.ToImmutable();
    }

    private static AlertRule Idle(AlertedPool pool, string holders) => new()
    {
        Name = "GpuIdle",
        Severity = Severity.P2,
        For = TimeSpan.FromHours(24),
        Labels = pool.Labels,
        Expression = (Use(pool.IsCut, Matcher.IsNot("exported_pod", ""), Matcher.IsNot("exported_namespace", holders)).Max(Gpu(pool.IsCut)).OfItsPod() < IdlePercent).And(pool.Nodes, Alert.OnNode),
        Summary = $"A GPU of pool {pool.Name} did nothing for a day: {{{{ $labels.namespace }}}}/{{{{ $labels.pod }}}}",
        Description = $"GPU {{{{ $labels.gpu }}}} of {{{{ $labels.node }}}} was used {{{{ $value | humanize }}}} % at most in each half hour of the last 24; below {IdlePercent} % is idle.{pool.Costs} Let the model sleep, give it fewer pods, or remove it.",
        Runbook = new Runbook("gpu-idle"),
    };

    private static AlertRule JobIdle(AlertedPool pool) => new()
    {
        Name = "GpuJobIdle",
        Severity = Severity.P2,
        For = TimeSpan.FromHours(1),
        Labels = pool.Labels,
        Expression = (Use(pool.IsCut, Matcher.IsNot("exported_pod", "")).Max(Gpu(pool.IsCut)).OfItsPod() < IdlePercent)
            .And(KubePodMetrics.Info.Now(Matcher.Is("created_by_kind", "Job")), Alert.OnPod).And(pool.Nodes, Alert.OnNode),
        Summary = $"A job has a GPU of pool {pool.Name} and doesn't use it: {{{{ $labels.namespace }}}}/{{{{ $labels.pod }}}}",
        Description = $"GPU {{{{ $labels.gpu }}}} of {{{{ $labels.node }}}} was used {{{{ $value | humanize }}}} % at most for an hour; below {IdlePercent} % is idle.{pool.Costs} The job hangs, waits for data, or could do without a GPU.",
        Runbook = new Runbook("gpu-idle"),
    };

    private static AlertRule IdleAboveMinimum(AlertedModel model, int least)
    {
        var running = KubePodMetrics.Phase.Now([.. model.Pods, Matcher.Is("phase", "Running")]).Sum() > least;
        return new AlertRule
        {
            Name = "ModelGpuIdle",
            Severity = Severity.P2,
            For = TimeSpan.FromHours(1),
            Labels = model.Labels,
            Expression = (Use(model.IsCut, model.Gpus).Max("node", "gpu", "exported_pod") < IdlePercent).And(running, Matching.On()),
            Summary = $"{model.Name} keeps a GPU that it doesn't use: {{{{ $labels.exported_pod }}}}",
            Description = $"GPU {{{{ $labels.gpu }}}} of {{{{ $labels.node }}}} was used {{{{ $value | humanize }}}} % at most for an hour, and the model has more than its {AlertedPool.Text(least)} pods: its autoscaler should have taken one away.",
            Runbook = new Runbook("gpu-idle"),
        };
    }

    private static AlertRule MemoryFull(AlertedModel model)
    {
        Expression Of(GaugeMetric metric) => metric.Now(model.Gpus);
        return new AlertRule
        {
            Name = "ModelGpuMemoryFull",
            Severity = Severity.P2,
            For = TimeSpan.FromMinutes(30),
            Labels = model.Labels,
            Expression = (Of(GpuMetrics.MemoryUsed) / (Of(GpuMetrics.MemoryUsed) + Of(GpuMetrics.MemoryFree) + Of(GpuMetrics.MemoryReserved))).Max("node", "gpu", "exported_pod") > 0.95,
            Summary = $"{model.Name} has nearly filled the memory of its GPU: {{{{ $labels.exported_pod }}}}",
            Description = "{{ $value | humanizePercentage }} of the memory of GPU {{ $labels.gpu }} of {{ $labels.node }} has been in use for half an hour; 95 % is the limit. Its server takes memory as it needs it, so that the next larger request fails.",
            Runbook = new Runbook("gpu-memory-full"),
        };
    }

    // In percent: of a GPU that is cut, NVIDIA tells only how long engines were active, as a share of 1.
    private static Expression Use(bool isCut, params IEnumerable<Matcher> matchers) => isCut
        ? 100 * GpuMetrics.EngineActive.Max(_window, [.. matchers, Matcher.IsNot("GPU_I_ID", "")])
        : GpuMetrics.Utilisation.Max(_window, matchers);

    private static ImmutableArray<string> Gpu(bool isCut) => isCut ? Alert.Gpu.Add("GPU_I_ID") : Alert.Gpu;
}
