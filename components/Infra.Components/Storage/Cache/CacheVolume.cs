using Infra.Components.Shared;
using Infra.Components.Storage.Volumes;
using Infra.Core.Nodes;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Storage.Cache;

/// <summary>
/// The cache as a volume, so that pods under the standard <c>restricted</c> can read it, who may mount no directory of their node. One volume stands for the directory on
/// whatever node a pod is: nothing is attached. Which pools have it, the pods say that read it.
/// </summary>
internal static class CacheVolume
{
    private const string Access = "ReadOnlyMany";

    public static K8s.Core.V1.PersistentVolumeClaim Create(ComponentResource parent, string name, ModelCacheArgs args, ComponentResourceOptions? options)
    {
        var labels = ManagedBy.Labels("model-cache", name, "model-cache");
        var globalName = Output.Format($"{args.Namespace}-{args.ClaimName}");
        var volume = new K8s.Core.V1.PersistentVolume($"{name}-volume", new CoreV1.PersistentVolumeArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Name = globalName, Labels = labels },
            Spec = new CoreV1.PersistentVolumeSpecArgs
            {
                AccessModes = Access,
                Capacity = { ["storage"] = args.Size },
                StorageClassName = VolumeClaims.NoClass,
                PersistentVolumeReclaimPolicy = "Retain",
                ClaimRef = new CoreV1.ObjectReferenceArgs { Namespace = args.Namespace, Name = args.ClaimName },
                Local = new CoreV1.LocalVolumeSourceArgs { Path = CacheLayout.HostDirectory },
                NodeAffinity = new CoreV1.VolumeNodeAffinityArgs { Required = OnAnyPool() },
            },
        }, Children.Root(parent, options));
        return new K8s.Core.V1.PersistentVolumeClaim($"{name}-claim", new CoreV1.PersistentVolumeClaimArgs
        {
            Metadata = new Meta.ObjectMetaArgs
            {
                Name = args.ClaimName,
                Namespace = args.Namespace,
                Labels = labels,
                Annotations = { ["pulumi.com/deletionPropagationPolicy"] = "foreground" },
            },
            Spec = new CoreV1.PersistentVolumeClaimSpecArgs
            {
                AccessModes = Access,
                StorageClassName = VolumeClaims.NoClass,
                VolumeName = globalName,
                Resources = new CoreV1.VolumeResourceRequirementsArgs { Requests = { ["storage"] = args.Size } },
            },
        }, VolumeClaims.KeepingSize(Children.Of(parent, volume)));
    }

    // Kubernetes asks for nodes, and refuses other ones later: with the names of its pools no pool could be added to the cache.
    private static CoreV1.NodeSelectorArgs OnAnyPool() => new()
    {
        NodeSelectorTerms =
        {
            new CoreV1.NodeSelectorTermArgs { MatchExpressions = { new CoreV1.NodeSelectorRequirementArgs { Key = NodeLabels.Pool, Operator = "Exists" } } },
        },
    };
}
