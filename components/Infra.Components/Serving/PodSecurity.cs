using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving;

/// <summary>Security contexts that the Pod Security Standard <c>restricted</c> asks for, and a read-only root beyond it.</summary>
internal static class PodSecurity
{
    /// <summary>User and group of all pods: any unprivileged one will do; the images need no entry in their <c>/etc/passwd</c>.</summary>
    public const int User = 10001;

    /// <summary>Context of the pod: non-root, files of mounted volumes owned by the same group.</summary>
    /// <param name="user">User and group; another one only for images that work for nobody else.</param>
    public static CoreV1.PodSecurityContextArgs Pod(int user = User) => new()
    {
        RunAsNonRoot = true,
        RunAsUser = user,
        RunAsGroup = user,
        FsGroup = user,
        SeccompProfile = new CoreV1.SeccompProfileArgs { Type = "RuntimeDefault" },
    };

    /// <summary>Context of every container.</summary>
    public static CoreV1.SecurityContextArgs Container() => new()
    {
        AllowPrivilegeEscalation = false,
        ReadOnlyRootFilesystem = true,
        Capabilities = new CoreV1.CapabilitiesArgs { Drop = "ALL" },
    };
}
