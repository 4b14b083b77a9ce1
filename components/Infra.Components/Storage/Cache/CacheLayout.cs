namespace Infra.Components.Storage.Cache;

/// <summary>Where a cache lies on a node, and how a pod knows that a model in it is complete.</summary>
internal static class CacheLayout
{
    /// <summary>
    /// Directory on the node. nodeadm and Karpenter both mount the joined disks there (awslabs/amazon-eks-ami, setup-local-disks; Karpenter, instanceStorePolicy RAID0),
    /// on AL2023 only.
    /// </summary>
    public const string HostDirectory = "/mnt/k8s-disks/0/model-cache";

    /// <summary>Where pods mount it.</summary>
    public const string MountPath = "/model-cache";

    /// <summary>Directory, inside the cache, of a file for each model that is complete.</summary>
    public const string Complete = ".complete";
}
