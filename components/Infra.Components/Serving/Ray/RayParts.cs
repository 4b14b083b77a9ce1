using Infra.Core.Serving;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving.Ray;

/// <summary>What all clusters of Ray have in common, whatever they are for.</summary>
internal static class RayParts
{
    /// <summary>The user of Ray's images: its home, which holds Python, is closed to others (rayproject/ray, Dockerfile).</summary>
    public const int User = 1000;

    /// <summary>Volume of every pod, mounted at <c>/tmp</c>, where Ray keeps its sessions.</summary>
    public const string Scratch = "tmp";

    /// <summary>Ports of the head, by the names of Ray's own samples.</summary>
    public static CoreV1.ContainerPortArgs[] HeadPorts() => [Port("gcs", RayPorts.Gcs), Port("dashboard", RayPorts.Dashboard), Port("client", RayPorts.Client)];

    /// <summary>Ray's autoscaler, which runs beside the head.</summary>
    public static RayAutoscalerOptionsArgs Autoscaler() => new()
    {
        Resources = Requests(RayHead.AutoscalerCpu.ToString(), RayHead.AutoscalerMemory.ToString()),
        SecurityContext = PodSecurity.Container(),
        VolumeMounts = { new CoreV1.VolumeMountArgs { Name = Scratch, MountPath = "/tmp" } },
    };

    /// <summary>The Redis that keeps the head's state; null for none.</summary>
    public static RayGcsFaultToleranceArgs? FaultTolerance(RayRedisArgs? redis) => redis is null ? null : new RayGcsFaultToleranceArgs
    {
        RedisAddress = redis.Address,
        RedisPassword = redis.Password is { } password
            ? (Input<RayRedisCredentialArgs>)new RayRedisCredentialArgs
            {
                ValueFrom = new CoreV1.EnvVarSourceArgs { SecretKeyRef = new CoreV1.SecretKeySelectorArgs { Name = password.Name, Key = password.Key } },
            }
            : null,
    };

    /// <summary>Requests of a container without devices.</summary>
    public static CoreV1.ResourceRequirementsArgs Requests(string cpu, string memory) => new()
    {
        Requests = { ["cpu"] = cpu, ["memory"] = memory },
        Limits = { ["memory"] = memory },
    };

    private static CoreV1.ContainerPortArgs Port(string name, int port) => new() { Name = name, ContainerPortValue = port };
}
