using Infra.Core.Serving.Autoscaling;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using V2 = Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;

namespace Infra.Components.Serving.Scaling;

/// <summary>The horizontal pod autoscaler of a model: one per workload, with all its metrics.</summary>
internal static class ModelHpa
{
    /// <summary>The autoscaler's inputs.</summary>
    public static V2.HorizontalPodAutoscalerArgs For(ScalerPlan.Hpa plan, HpaWindows windows, Meta.ObjectMetaArgs metadata) => new()
    {
        Metadata = metadata,
        Spec = new V2.HorizontalPodAutoscalerSpecArgs
        {
            ScaleTargetRef = new V2.CrossVersionObjectReferenceArgs { ApiVersion = plan.Target.ApiVersion, Kind = plan.Target.Kind, Name = plan.Target.Name },
            MinReplicas = plan.Min,
            MaxReplicas = plan.Max,
            Metrics = plan.Resources.Select(resource => (Input<V2.MetricSpecArgs>)new V2.MetricSpecArgs { Type = "Resource", Resource = Use(resource) }).ToArray(),
            Behavior = HpaBehavior.For(windows),
        },
    };

    /// <summary>How much of a resource may be used.</summary>
    public static V2.ResourceMetricSourceArgs Use(ScalerTrigger.Resource resource) => new()
    {
        Name = NameOf(resource.Metric),
        Target = new V2.MetricTargetArgs { Type = "Utilization", AverageUtilization = resource.Percent },
    };

    /// <summary>What Kubernetes calls a resource.</summary>
    public static string NameOf(ScalingMetric metric) => metric == ScalingMetric.Cpu ? "cpu" : "memory";
}
