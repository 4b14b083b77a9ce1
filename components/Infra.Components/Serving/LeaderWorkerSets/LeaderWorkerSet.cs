using Pulumi;

namespace Infra.Components.Serving.LeaderWorkerSets;

/// <summary><c>LeaderWorkerSet</c> (leaderworkerset.x-k8s.io/v1): replicas that are groups of pods.</summary>
public sealed class LeaderWorkerSet(string name, LeaderWorkerSetArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
