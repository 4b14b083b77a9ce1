using System.Text.Json.Nodes;
using Infra.Core.Security;

namespace Infra.Core.Tests.Security;

public sealed class RestrictedPodsTests
{
    private const string Good = """
        {
          "securityContext": {"runAsNonRoot": true, "runAsUser": 10001, "seccompProfile": {"type": "RuntimeDefault"}, "sysctls": [{"name": "net.ipv4.tcp_keepalive_time", "value": "60"}]},
          "volumes": [{"name": "shm", "emptyDir": {}}, {"name": "models", "persistentVolumeClaim": {"claimName": "models"}}],
          "initContainers": [{"name": "download", "securityContext": {"allowPrivilegeEscalation": false, "capabilities": {"drop": ["ALL"]}}}],
          "containers": [{
            "name": "server",
            "ports": [{"containerPort": 8080}],
            "readinessProbe": {"httpGet": {"path": "/", "port": 8080}},
            "securityContext": {"allowPrivilegeEscalation": false, "capabilities": {"drop": ["ALL"], "add": ["NET_BIND_SERVICE"]}}
          }]
        }
        """;

    [Fact]
    public void A_pod_that_keeps_the_level_has_no_findings() => Assert.Empty(RestrictedPods.Findings(Pod()));

    [Theory]
    [InlineData("hostNetwork", "true", "spec.hostNetwork is true; allowed: false, or nothing")]
    [InlineData("hostPID", "true", "spec.hostPID is true; allowed: false, or nothing")]
    [InlineData("hostIPC", "true", "spec.hostIPC is true; allowed: false, or nothing")]
    [InlineData("volumes", """[{"name": "node", "hostPath": {"path": "/"}}]""", "spec.volumes[node] is hostPath; allowed: configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret")]
    [InlineData("volumes", """[{"name": "share", "nfs": {"server": "a"}}]""", "spec.volumes[share] is nfs; allowed: configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret")]
    [InlineData("securityContext.runAsNonRoot", "false", "spec.securityContext.runAsNonRoot is false; allowed: true")]
    [InlineData("securityContext.runAsUser", "0", "spec.securityContext.runAsUser is 0; allowed: any other user, or nothing")]
    [InlineData("securityContext.seccompProfile.type", "\"Unconfined\"", "spec.securityContext.seccompProfile.type is Unconfined; allowed: RuntimeDefault or Localhost")]
    [InlineData("securityContext.appArmorProfile", """{"type": "Unconfined"}""", "spec.securityContext.appArmorProfile.type is Unconfined; allowed: RuntimeDefault, Localhost, or nothing")]
    [InlineData("securityContext.seLinuxOptions", """{"type": "spc_t"}""", "spec.securityContext.seLinuxOptions.type is spc_t; allowed: container_engine_t, container_init_t, container_kvm_t, container_t")]
    [InlineData("securityContext.seLinuxOptions", """{"user": "root"}""", "spec.securityContext.seLinuxOptions.user is root; allowed: nothing")]
    [InlineData("securityContext.seLinuxOptions", """{"role": "admin"}""", "spec.securityContext.seLinuxOptions.role is admin; allowed: nothing")]
    [InlineData("securityContext.windowsOptions", """{"hostProcess": true}""", "spec.securityContext.windowsOptions.hostProcess is true; allowed: false, or nothing")]
    [InlineData("securityContext.sysctls", """[{"name": "kernel.msgmax", "value": "1"}]""", "spec.securityContext.sysctls is kernel.msgmax; allowed: the settings that Kubernetes calls safe")]
    [InlineData("containers.0.securityContext.privileged", "true", "spec.containers[server].securityContext.privileged is true; allowed: false, or nothing")]
    [InlineData("containers.0.securityContext.allowPrivilegeEscalation", "true", "spec.containers[server].securityContext.allowPrivilegeEscalation is true; allowed: false")]
    [InlineData("containers.0.securityContext.allowPrivilegeEscalation", null, "spec.containers[server].securityContext.allowPrivilegeEscalation is nothing; allowed: false")]
    [InlineData("containers.0.securityContext.procMount", "\"Unmasked\"", "spec.containers[server].securityContext.procMount is Unmasked; allowed: Default, or nothing")]
    [InlineData("containers.0.securityContext.runAsUser", "0", "spec.containers[server].securityContext.runAsUser is 0; allowed: any other user, or nothing")]
    [InlineData("containers.0.securityContext.runAsNonRoot", "false", "spec.containers[server].securityContext.runAsNonRoot is false; allowed: true, here or at the pod")]
    [InlineData("containers.0.securityContext.capabilities.drop", """["NET_RAW"]""", "spec.containers[server].securityContext.capabilities.drop is [\"NET_RAW\"]; allowed: ALL")]
    [InlineData("containers.0.securityContext.capabilities.add", """["SYS_ADMIN"]""", "spec.containers[server].securityContext.capabilities.add is SYS_ADMIN; allowed: NET_BIND_SERVICE")]
    [InlineData("containers.0.ports.0.hostPort", "8080", "spec.containers[server].ports[8080].hostPort is 8080; allowed: nothing")]
    [InlineData("containers.0.readinessProbe.httpGet.host", "\"169.254.169.254\"", "spec.containers[server].readinessProbe.httpGet.host is 169.254.169.254; allowed: nothing")]
    [InlineData("containers.0.lifecycle", """{"preStop": {"tcpSocket": {"host": "a", "port": 1}}}""", "spec.containers[server].lifecycle.preStop.tcpSocket.host is a; allowed: nothing")]
    [InlineData("initContainers.0.securityContext.capabilities", null, "spec.initContainers[download].securityContext.capabilities.drop is nothing; allowed: ALL")]
    [InlineData("ephemeralContainers", """[{"name": "shell", "securityContext": {"allowPrivilegeEscalation": false, "privileged": true, "capabilities": {"drop": ["ALL"]}}}]""", "spec.ephemeralContainers[shell].securityContext.privileged is true; allowed: false, or nothing")]
    public void Each_field_that_breaks_the_level_is_found(string path, string? value, string expected) =>
        Assert.Equal([expected], RestrictedPods.Findings(Pod(path, value)).Select(finding => finding.ToString()));

    [Fact]
    public void What_the_pod_doesn_t_say_every_container_has_to()
    {
        var pod = Pod("securityContext", null);

        Assert.Equal(
            [
                "spec.initContainers[download].securityContext.runAsNonRoot is nothing; allowed: true, here or at the pod",
                "spec.initContainers[download].securityContext.seccompProfile.type is nothing; allowed: RuntimeDefault or Localhost, here or at the pod",
                "spec.containers[server].securityContext.runAsNonRoot is nothing; allowed: true, here or at the pod",
                "spec.containers[server].securityContext.seccompProfile.type is nothing; allowed: RuntimeDefault or Localhost, here or at the pod",
            ],
            RestrictedPods.Findings(pod).Select(finding => finding.ToString()));
        Assert.Empty(RestrictedPods.Findings(pod, name => name is "download" or "server"));
    }

    // Sets or, with null, removes the field; list entries by their numbers.
    private static JsonObject Pod(string? path = null, string? value = null)
    {
        var pod = (JsonObject)JsonNode.Parse(Good)!;
        if (path?.Split('.') is [.. var parents, var last])
        {
            var parent = (JsonObject)parents.Aggregate((JsonNode)pod, (node, key) => int.TryParse(key, out var i) ? node[i]! : node[key]!);
            parent.Remove(last);
            if (value is not null)
            {
                parent[last] = JsonNode.Parse(value);
            }
        }

        return pod;
    }
}
