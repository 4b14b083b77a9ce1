using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Infra.Core.Security;

/// <summary>
/// The Pod Security Standard <c>restricted</c>, with <c>baseline</c> in it, as Kubernetes 1.35 enforces it on pods of Linux
/// (kubernetes/kubernetes at 13a1804a, staging/src/k8s.io/pod-security-admission/policy/check_*.go). What it relaxes for pods with user namespaces is not
/// relaxed here.
/// </summary>
public static class RestrictedPods
{
    private static readonly ImmutableArray<string> _hostNamespaces = ["hostNetwork", "hostPID", "hostIPC"];

    // Images since 1.33 (kubernetes/kubernetes#130394).
    private static readonly ImmutableHashSet<string> _volumes =
        ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret"];

    // Since 1.32; earlier ones know fewer.
    private static readonly ImmutableHashSet<string> _sysctls =
    [
        "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_local_reserved_ports", "net.ipv4.ip_unprivileged_port_start", "net.ipv4.ping_group_range",
        "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_rmem", "net.ipv4.tcp_syncookies", "net.ipv4.tcp_wmem",
    ];

    /// <summary>What a pod has that the level doesn't allow; empty if it keeps it.</summary>
    /// <param name="pod">Its specification.</param>
    /// <param name="except">Containers that somebody else writes, of whom nothing is known here. Default: none.</param>
    public static ImmutableArray<PodSecurityFinding> Findings(JsonObject pod, Func<string, bool>? except = null)
    {
        ArgumentNullException.ThrowIfNull(pod);
        return
        [
            .. HostNamespaces(pod),
            .. Volumes(pod),
            .. Sysctls(pod),
            .. ContextRules.OfPod(pod["securityContext"]),
            .. PodContainer.All(pod).Where(container => except?.Invoke(container.Name) != true).SelectMany(container => ContainerRules.Findings(container, pod["securityContext"])),
        ];
    }

    private static IEnumerable<PodSecurityFinding> HostNamespaces(JsonObject pod) =>
        _hostNamespaces.Where(field => ContextRules.IsTrue(pod[field])).Select(field => new PodSecurityFinding($"spec.{field}", "true", "false, or nothing"));

    private static IEnumerable<PodSecurityFinding> Volumes(JsonObject pod) =>
        from volume in pod["volumes"] as JsonArray ?? []
        from kind in volume!.AsObject().Select(field => field.Key).Where(key => key != "name")
        where !_volumes.Contains(kind)
        select new PodSecurityFinding($"spec.volumes[{volume["name"]}]", kind, string.Join(", ", _volumes.Order(StringComparer.Ordinal)));

    private static IEnumerable<PodSecurityFinding> Sysctls(JsonObject pod) =>
        from sysctl in pod["securityContext"]?["sysctls"] as JsonArray ?? []
        let name = sysctl!["name"]!.GetValue<string>()
        where !_sysctls.Contains(name)
        select new PodSecurityFinding("spec.securityContext.sysctls", name, "the settings that Kubernetes calls safe");
}
