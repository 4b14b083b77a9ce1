using Infra.Components.Keda;
using Infra.Components.Serving.Backends;
using Infra.Core.Serving.Autoscaling;
using Pulumi;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Serving.Scaling;

/// <summary>Declares who counts a model's replicas, where that is an object beside the workload: one, or none.</summary>
internal static class ServingScaler
{
    // kedacore/keda v2.20.2, apis/keda/v1alpha1/scaledobject_webhook.go (verifyHpas): on an HPA that a ScaledObject may take the place of.
    private const string HpaOwnership = "validations.keda.sh/hpa-ownership";

    /// <summary>Declares the object.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="children">Options of the children.</param>
    /// <param name="workload">What is scaled, or makes it.</param>
    public static void Create(ServingSpec spec, ServingChildren children, Resource workload)
    {
        switch (spec.Scaler)
        {
            case ScalerPlan.Hpa hpa:
                var metadata = spec.Metadata();
                // Whoever adds a metric that KEDA looks at gets a ScaledObject first, and this goes last: KEDA's webhook would refuse the one beside the other.
                metadata.Annotations = new InputMap<string> { [HpaOwnership] = "false" };
                _ = new K8s.Autoscaling.V2.HorizontalPodAutoscaler($"{spec.Name}-autoscaler", ModelHpa.For(hpa, spec.Windows!.Hpa, metadata), children.Of(workload));
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
