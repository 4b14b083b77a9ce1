using Infra.Components.Security.Registry;
using Infra.Components.Shared;
using Infra.Core.Footprints;
using Infra.Core.Serving;
using Infra.Core.Serving.Traffic;
using Infra.Core.Units;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving.Traffic;

/// <summary>The pod of an endpoint picker.</summary>
internal static class EndpointPickerPod
{
    /// <summary>Name of the port that the gateway asks at.</summary>
    public const string PortName = "grpc";

    /// <summary>Name of the port of the metrics.</summary>
    public const string MetricsPortName = "metrics";

    /// <summary>The template.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="picker">What it takes.</param>
    /// <param name="labels">Its labels.</param>
    public static CoreV1.PodTemplateSpecArgs Template(ServingSpec spec, EndpointPickerArgs picker, IReadOnlyDictionary<string, string> labels) => new()
    {
        Metadata = new Meta.ObjectMetaArgs { Labels = labels.ToDictionary() },
        Spec = PullSecrets.In(spec.Args.ImagePullSecrets, new CoreV1.PodSpecArgs
        {
            ServiceAccountName = EndpointPicker.NameOf(spec.Args.Model),
            // It watches pods.
            AutomountServiceAccountToken = true,
            EnableServiceLinks = false,
            // Answers pass through it: it stays until the longest is told, and takes new requests of connections that are open.
            TerminationGracePeriodSeconds = spec.Args.LongestRequestSeconds + Termination.ExitSeconds,
            SecurityContext = PodSecurity.Pod(EndpointPicker.User),
            Containers = { Container(spec, picker) },
        }),
    };

    /// <summary>The pod, known before its component exists.</summary>
    /// <param name="model">Name of the model's objects.</param>
    /// <param name="cpu">What it requests.</param>
    /// <param name="memory">What it requests.</param>
    public static PodFootprint Footprint(string model, CpuQuantity cpu, ByteSize memory) => new()
    {
        Workload = EndpointPicker.NameOf(model),
        Kind = WorkloadKind.Deployment,
        Cpu = cpu,
        Memory = memory,
        Source = "the picker's own Deployment",
    };

    private static CoreV1.ContainerArgs Container(ServingSpec spec, EndpointPickerArgs picker) => new()
    {
        Name = "picker",
        Image = ImageCacheArgs.Reference(spec.Args.ImageCache, EndpointPicker.Image),
        Args = EndpointPickerArguments.Of(spec.Args.Model, spec.Runtime.Metrics!, spec.Args.LongestRequestSeconds),
        Env =
        {
            new CoreV1.EnvVarArgs
            {
                Name = EndpointPicker.NamespaceVariable,
                ValueFrom = new CoreV1.EnvVarSourceArgs { FieldRef = new CoreV1.ObjectFieldSelectorArgs { FieldPath = "metadata.namespace" } },
            },
        },
        Ports =
        {
            new CoreV1.ContainerPortArgs { Name = PortName, ContainerPortValue = EndpointPicker.Port },
            new CoreV1.ContainerPortArgs { Name = "health", ContainerPortValue = EndpointPicker.HealthPort },
            new CoreV1.ContainerPortArgs { Name = MetricsPortName, ContainerPortValue = EndpointPicker.MetricsPort },
        },
        Resources = new CoreV1.ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = picker.Cpu, ["memory"] = picker.Memory },
            Limits = { ["memory"] = picker.Memory },
        },
        ReadinessProbe = Probe("readiness", periodSeconds: 2),
        LivenessProbe = Probe("liveness", periodSeconds: 10),
        SecurityContext = PodSecurity.Container(),
    };

    private static CoreV1.ProbeArgs Probe(string service, int periodSeconds) => new()
    {
        Grpc = new CoreV1.GRPCActionArgs { Port = EndpointPicker.HealthPort, Service = service },
        // It isn't alive either before it has seen its pool.
        InitialDelaySeconds = 5,
        PeriodSeconds = periodSeconds,
        FailureThreshold = 3,
    };
}
