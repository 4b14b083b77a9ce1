using Infra.Components.Serving.Ray;
using Infra.Core.Serving;
using Pulumi;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Serving.Backends;

/// <summary>
/// KubeRay: a <c>RayService</c>, of which the operator makes a head, workers and the Service. The workers are the model's pods. A change to them makes a
/// second cluster, which takes over once it serves: until then the model needs its GPUs twice.
/// </summary>
internal sealed class RayBackend : IServingBackend
{
    /// <inheritdoc/>
    public ServedModel Create(ServingSpec spec, ServingChildren children)
    {
        var policy = new K8s.Networking.V1.NetworkPolicy($"{spec.Name}-cluster-network-policy", RayNetworkPolicy.For(spec), children.Of());
        var metadata = spec.Metadata();
        // The operator's own timeouts decide when a cluster has failed, and an update waits for nodes that autoscalers launch.
        metadata.Annotations = Await.Nothing();
        var service = new RayService($"{spec.Name}-ray-service", new RayServiceArgs
        {
            Metadata = metadata,
            Spec = new RayServiceSpecArgs
            {
                ServeConfigV2 = RayServeConfig.For(spec),
                RayClusterConfig = RayModel.Cluster(spec),
                ServeService = ServingService.WithoutSelector(spec),
                // Its node is nobody's to be called.
                ExcludeHeadPodFromServeSvc = true,
                UpgradeStrategy = new RayServiceUpgradeStrategyArgs { Type = spec.Rollout.OnDelete ? "None" : "NewCluster" },
            },
        }, children.Workload(policy));
        _ = new K8s.Policy.V1.PodDisruptionBudget($"{spec.Name}-disruption-budget", ServingDisruptionBudget.Of(spec, RayModel.FewestWorkers(spec)), children.Of());
        return ServedModel.Of(spec, service);
    }
}
