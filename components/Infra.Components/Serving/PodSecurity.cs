using Core = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving;

/// <summary>Security contexts that the Pod Security Standard <c>restricted</c> asks for, and a read-only root beyond it.</summary>
internal static class PodSecurity
{
    // Any unprivileged user will do; the images need no entry in their /etc/passwd.
    private const int User = 10001;

    /// <summary>Context of the pod: non-root, files of mounted volumes owned by the same group.</summary>
    public static Core.PodSecurityContextArgs Pod() => new()
    {
        RunAsNonRoot = true,
        RunAsUser = User,
        RunAsGroup = User,
        FsGroup = User,
        SeccompProfile = new Core.SeccompProfileArgs { Type = "RuntimeDefault" },
    };

    /// <summary>Context of every container.</summary>
    public static Core.SecurityContextArgs Container() => new()
    {
        AllowPrivilegeEscalation = false,
        ReadOnlyRootFilesystem = true,
        Capabilities = new Core.CapabilitiesArgs { Drop = "ALL" },
    };
}
