using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Shared;

/// <summary>
/// Secrets with which a node pulls a pod's images, and the images that the pod mounts. They stand in the pod and not in its service account: the account's
/// count only for pods without any.
/// </summary>
internal static class PullSecrets
{
    /// <summary>Names the Secrets in a pod.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="pod">The pod.</param>
    public static CoreV1.PodSpecArgs In(IEnumerable<string> names, CoreV1.PodSpecArgs pod)
    {
        foreach (var name in names)
        {
            pod.ImagePullSecrets.Add(new CoreV1.LocalObjectReferenceArgs { Name = name });
        }

        return pod;
    }
}
