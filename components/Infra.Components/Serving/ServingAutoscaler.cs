using Infra.Core.Serving;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using V2 = Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;

namespace Infra.Components.Serving;

/// <summary>The horizontal pod autoscaler of a model: one per workload, with all its metrics.</summary>
internal static class ServingAutoscaler
{
    // Kubernetes' own default; said here because the plan should show it.
    private const int ScaleDownWindowSeconds = 300;

    // The API's upper bound for stabilisation windows (autoscaling/v2, HPAScalingRules).
    private const int LongestWindowSeconds = 3600;

    /// <summary>The autoscaler's inputs.</summary>
    public static V2.HorizontalPodAutoscalerArgs For(
        AutoscalingArgs args, string deployment, ColdStartBudget budget, Meta.ObjectMetaArgs metadata)
    {
        var metrics = new InputList<V2.MetricSpecArgs>();
        AddUtilization(metrics, "cpu", args.CpuPercent);
        AddUtilization(metrics, "memory", args.MemoryPercent);
        return new V2.HorizontalPodAutoscalerArgs
        {
            Metadata = metadata,
            Spec = new V2.HorizontalPodAutoscalerSpecArgs
            {
                ScaleTargetRef = new V2.CrossVersionObjectReferenceArgs { ApiVersion = "apps/v1", Kind = "Deployment", Name = deployment },
                MinReplicas = args.MinReplicas,
                MaxReplicas = args.MaxReplicas,
                Metrics = metrics,
                Behavior = new V2.HorizontalPodAutoscalerBehaviorArgs
                {
                    // A replica serves only after its start, on a node that is there already at the earliest. Load that
                    // doesn't last as long would be gone by then, and a GPU paid for nothing.
                    ScaleUp = new V2.HPAScalingRulesArgs { StabilizationWindowSeconds = Math.Min((int)Math.Ceiling(budget.WarmStart.TotalSeconds), LongestWindowSeconds) },
                    ScaleDown = new V2.HPAScalingRulesArgs { StabilizationWindowSeconds = ScaleDownWindowSeconds },
                },
            },
        };
    }

    private static void AddUtilization(InputList<V2.MetricSpecArgs> metrics, string resource, int? percent)
    {
        if (percent is { } target)
        {
            metrics.Add(new V2.MetricSpecArgs
            {
                Type = "Resource",
                Resource = new V2.ResourceMetricSourceArgs
                {
                    Name = resource,
                    Target = new V2.MetricTargetArgs { Type = "Utilization", AverageUtilization = target },
                },
            });
        }
    }
}
