using Infra.Components.Serving.Backends;
using Infra.Components.VerticalScaling;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Backends;
using Pulumi;

namespace Infra.Components.Serving.Scaling;

/// <summary>What a model's pods should ask for of CPU and memory: told, not done. GPUs are devices, which nobody can have half of, and no metric of Kubernetes knows them.</summary>
internal static class ServingRecommendations
{
    /// <summary>Declares a recommendation for each workload of the model, where it is asked for.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="children">Options of the children.</param>
    /// <param name="workload">The workload, or what makes it.</param>
    public static void Create(ServingSpec spec, ServingChildren children, Resource workload)
    {
        if (!spec.Args.VerticalRecommendations)
        {
            return;
        }

        Declare("recommendation", ScaleTarget.Of(spec.Backend, spec.Args.Model));
        if (spec is { Backend: ServingBackend.KServe, Args.Transformer: not null })
        {
            Declare("transformer-recommendation", ScaleTarget.OfTransformer(spec.Args.Model));
        }

        void Declare(string role, ScaleTarget target)
        {
            var metadata = spec.Metadata();
            metadata.Name = target.Name;
            _ = new VerticalPodAutoscaler($"{spec.Name}-{role}", new VerticalPodAutoscalerArgs { Metadata = metadata, Spec = For(target) }, children.Workload(workload));
        }
    }

    private static VerticalScalingSpecArgs For(ScaleTarget target) => new()
    {
        TargetRef = new VerticalTargetArgs { ApiVersion = target.ApiVersion, Kind = target.Kind, Name = target.Name },
        UpdatePolicy = new VerticalUpdateArgs { UpdateMode = "Off" },
        ResourcePolicy = new VerticalResourcesArgs { ContainerPolicies = { new VerticalContainerArgs { ContainerName = "*", ControlledResources = { "cpu", "memory" } } } },
    };
}
