using System.Collections.Immutable;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>The alerts on a model's pods, beside those on what it promises: on what keeps them from running, on who counts them, on their GPUs, and on the cache in front of them.</summary>
public static class ModelAlerts
{
    /// <summary>The groups, those that have anything to say.</summary>
    /// <param name="model">The model.</param>
    /// <param name="hasGpuMetrics">Whether the DCGM exporter tells of its GPUs.</param>
    public static ImmutableArray<RuleGroup> Of(AlertedModel model, bool hasGpuMetrics)
    {
        ArgumentNullException.ThrowIfNull(model);
        return
        [
            new($"{model.Name}.pods", [.. ModelPodAlerts.Of(model)]),
            new($"{model.Name}.scaling", [.. ModelScalingAlerts.Of(model)]),
            new($"{model.Name}.gpus", hasGpuMetrics ? GpuUseAlerts.Of(model) : []),
            new($"{model.Name}.cache", [.. PredictionCacheAlerts.Of(model)]),
        ];
    }
}
