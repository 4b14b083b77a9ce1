using System.Collections.Immutable;
using Infra.Core.Serving.Backends;

namespace Infra.Core.Serving.Autoscaling;

/// <summary>Decides who counts a model's replicas. What can't be decided was refused before (<see cref="AutoscalingRules"/>).</summary>
public static class ScalerPlans
{
    /// <summary>The plan.</summary>
    /// <param name="spec">How many replicas, and by what.</param>
    /// <param name="model">The model.</param>
    public static ScalerPlan Of(AutoscalingSpec spec, ScaledModel model)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(model);
        if (model.Backend == ServingBackend.Ray)
        {
            return new ScalerPlan.RayServe(spec.Min, spec.Max, (int)spec.Targets.Single(target => target.Metric == ScalingMetric.Concurrency).Value);
        }

        var target = ScaleTarget.Of(model.Backend, model.Name);
        ImmutableArray<ScalerTrigger.Resource> resources =
            [.. spec.Targets.Where(asked => ScalingMetrics.IsResource(asked.Metric)).Select(asked => new ScalerTrigger.Resource(asked.Metric, (int)asked.Value))];
        return spec.Activation is null && spec.Metrics.All(ScalingMetrics.IsResource)
            ? new ScalerPlan.Hpa(target, spec.Min, spec.Max, resources)
            : new ScalerPlan.ScaledObject(target, spec.Min, spec.Max, [.. resources, .. Demands(spec, model), .. Signal(spec.Activation)], spec.EffectiveFallback);
    }

    private static IEnumerable<ScalerTrigger> Demands(AutoscalingSpec spec, ScaledModel model)
    {
        foreach (var target in spec.Targets.Where(target => !ScalingMetrics.IsResource(target.Metric)))
        {
            yield return new ScalerTrigger.Demand(
                ScalingMetrics.Key(target.Metric), name => ScalingPromQl.WhileAsleep(ScalingPromQl.Of(target.Metric, model, name), spec.Activation), target.Value, !ScalingMetrics.IsOfGpu(target.Metric));
        }

        foreach (var query in spec.Queries)
        {
            yield return new ScalerTrigger.Demand(query.Name, _ => ScalingPromQl.WhileAsleep(query.Query, spec.Activation), query.Target);
        }
    }

    private static IEnumerable<ScalerTrigger> Signal(ActivationSignal? activation) => activation switch
    {
        ActivationSignal.Query query => [new ScalerTrigger.Wake(query.PromQl, query.Above)],
        ActivationSignal.Messages queue => [new ScalerTrigger.Messages(queue)],
        _ => [],
    };
}
