using Infra.Components.Serving.Scaling;
using Pulumi;
using Apps = Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving.Backends;

/// <summary>A Deployment behind a Service.</summary>
internal sealed class PlainBackend : IServingBackend
{
    // Part of the pods' labels while a Deployment owns them (apps/v1).
    private const string RevisionLabel = "pod-template-hash";

    /// <inheritdoc/>
    public ServedModel Create(ServingSpec spec, ServingChildren children)
    {
        var deploymentOptions = children.Workload();
        deploymentOptions.CustomTimeouts = Await.Timeouts(spec);
        var deployment = new K8s.Apps.V1.Deployment($"{spec.Name}-deployment", new Apps.DeploymentArgs
        {
            Metadata = Await.Built(spec),
            Spec = new Apps.DeploymentSpecArgs
            {
                Replicas = spec.FixedReplicas is { } replicas ? (Input<int>)replicas : (Input<int>?)null,
                Selector = new Meta.LabelSelectorArgs { MatchLabels = spec.Labels.Selector },
                Strategy = new Apps.DeploymentStrategyArgs
                {
                    Type = "RollingUpdate",
                    // In place where nobody says otherwise: a surge pod would need a spare GPU, and wait for one that isn't there.
                    RollingUpdate = new Apps.RollingUpdateDeploymentArgs { MaxSurge = spec.Rollout.MaxSurge, MaxUnavailable = spec.Rollout.MaxUnavailable },
                },
                ProgressDeadlineSeconds = spec.Budget.ProgressDeadlineSeconds,
                RevisionHistoryLimit = 3,
                Template = ServingPod.Template(spec, ServingPod.Pod(spec, ServingPod.Server(spec), RevisionLabel)),
            },
        }, deploymentOptions);
        var service = new K8s.Core.V1.Service($"{spec.Name}-service", ServingService.For(spec), children.Of(deployment));
        _ = new K8s.Policy.V1.PodDisruptionBudget($"{spec.Name}-disruption-budget", ServingDisruptionBudget.For(spec), children.Of());
        ServingScaler.Create(spec, children, deployment);
        return ServedModel.Of(spec, service);
    }
}
