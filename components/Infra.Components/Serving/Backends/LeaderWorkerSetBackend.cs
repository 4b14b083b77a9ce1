using Infra.Components.Serving.LeaderWorkerSets;
using Infra.Components.Serving.Scaling;
using Pulumi;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Serving.Backends;

/// <summary>
/// A <c>LeaderWorkerSet</c>: every replica is a group of pods, one per node, of which the first serves. A group lives and dies together. The pods' interfaces
/// of EFA are asked for; NCCL uses them only if the server's image brings AWS' plugin for it, and goes over TCP otherwise.
/// </summary>
internal sealed class LeaderWorkerSetBackend : IServingBackend
{
    /// <inheritdoc/>
    public ServedModel Create(ServingSpec spec, ServingChildren children)
    {
        var before = spec.PodsPerReplica == 1
            ? []
            : new Resource[] { new K8s.Networking.V1.NetworkPolicy($"{spec.Name}-group-network-policy", LeaderWorkerModel.GroupPolicy(spec), children.Of()) };
        var options = children.Workload(before);
        options.CustomTimeouts = Await.Timeouts(spec);
        var set = new LeaderWorkerSet($"{spec.Name}-leader-worker-set", LeaderWorkerModel.Set(spec), options);
        var service = new K8s.Core.V1.Service($"{spec.Name}-service", LeaderWorkerModel.LeaderService(spec), children.Of(set));
        _ = new K8s.Policy.V1.PodDisruptionBudget($"{spec.Name}-disruption-budget", ServingDisruptionBudget.For(spec), children.Of());
        ServingScaler.Create(spec, children, set);
        return ServedModel.Of(spec, service);
    }
}
