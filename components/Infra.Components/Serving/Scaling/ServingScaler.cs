using Infra.Components.Keda;
using Infra.Components.Serving.Backends;
using Infra.Core.Serving.Autoscaling;
using Pulumi;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Serving.Scaling;

/// <summary>Declares who counts a model's replicas, where that is an object beside the workload: one, or none.</summary>
internal static class ServingScaler
{
    /// <summary>Declares the object.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="children">Options of the children.</param>
    /// <param name="workload">What is scaled, or makes it.</param>
    public static void Create(ServingSpec spec, ServingChildren children, Resource workload)
    {
        switch (spec.Scaler)
        {
            case ScalerPlan.Hpa hpa:
                _ = new K8s.Autoscaling.V2.HorizontalPodAutoscaler($"{spec.Name}-autoscaler", ModelHpa.For(hpa, spec.Windows!.Hpa, spec.Metadata()), children.Of(workload));
                break;
            case ScalerPlan.ScaledObject scaled:
                // KEDA takes the object's finalizer off at the end, so that whoever installed it goes after the object.
                var options = children.Workload(workload);
                if (ModelScaledObject.AsksAws(scaled, spec.Args.Prometheus))
                {
                    options.DependsOn.Add(new TriggerAuthentication($"{spec.Name}-authentication", new TriggerAuthenticationArgs
                    {
                        Metadata = spec.Metadata(),
                        Spec = new TriggerAuthenticationSpecArgs { PodIdentity = new TriggerIdentityArgs { Provider = "aws" } },
                    }, children.Workload()));
                }

                _ = new ScaledObject($"{spec.Name}-scaled-object", ModelScaledObject.For(scaled, spec.Windows!, spec, spec.Metadata()), options);
                break;
        }
    }
}
