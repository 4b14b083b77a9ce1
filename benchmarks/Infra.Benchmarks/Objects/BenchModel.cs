using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Policy.V1;
using AppsV1 = Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;
using MetaV1 = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using PolicyV1 = Pulumi.Kubernetes.Types.Inputs.Policy.V1;

namespace Infra.Benchmarks.Objects;

/// <summary>
/// Five objects of the size that a model's really have. They stay as they are while the product's grow, so that figures of
/// different times can be compared; <c>benchmarks/cdk8s/models.js</c> makes the same, and the benchmark checks that it does.
/// </summary>
internal sealed class BenchModel : ComponentResource
{
    private const int HttpPort = 8501;
    private const int GrpcPort = 8500;

    public BenchModel(string name, ComponentResourceOptions? options = null)
        : base("bench:index:Model", name, options)
    {
        var children = new CustomResourceOptions { Parent = this };
        var account = new ServiceAccount($"{name}-service-account", new() { Metadata = Metadata(name), AutomountServiceAccountToken = false }, children);
        var config = new ConfigMap($"{name}-config", new() { Metadata = Metadata(name), Data = { ["models.config"] = $"model_config_list {{\n  config {{ name: \"{name}\" base_path: \"/models/{name}\" }}\n}}\n" } }, children);
        _ = new Deployment(
            $"{name}-deployment",
            new() { Metadata = Metadata(name), Spec = Spec(name) },
            new CustomResourceOptions { Parent = this, DependsOn = { account, config } });
        _ = new Service(
            $"{name}-service",
            new()
            {
                Metadata = Metadata(name),
                Spec = new CoreV1.ServiceSpecArgs
                {
                    Type = "ClusterIP",
                    Selector = Selector(name),
                    Ports =
                    {
                        new CoreV1.ServicePortArgs { Name = "http", Port = HttpPort, TargetPort = "http" },
                        new CoreV1.ServicePortArgs { Name = "grpc", Port = GrpcPort, TargetPort = "grpc" },
                    },
                },
            },
            children);
        _ = new PodDisruptionBudget(
            $"{name}-disruption-budget",
            new()
            {
                Metadata = Metadata(name),
                Spec = new PolicyV1.PodDisruptionBudgetSpecArgs { MaxUnavailable = 1, Selector = new MetaV1.LabelSelectorArgs { MatchLabels = Selector(name) } },
            },
            children);
        RegisterOutputs();
    }

    private static AppsV1.DeploymentSpecArgs Spec(string name) => new()
    {
        Replicas = 2,
        Selector = new MetaV1.LabelSelectorArgs { MatchLabels = Selector(name) },
        Strategy = new AppsV1.DeploymentStrategyArgs
        {
            Type = "RollingUpdate",
            RollingUpdate = new AppsV1.RollingUpdateDeploymentArgs { MaxSurge = 0, MaxUnavailable = 1 },
        },
        Template = new CoreV1.PodTemplateSpecArgs
        {
            Metadata = new MetaV1.ObjectMetaArgs { Labels = Labels(name) },
            Spec = new CoreV1.PodSpecArgs
            {
                ServiceAccountName = name,
                AutomountServiceAccountToken = false,
                TerminationGracePeriodSeconds = 30,
                NodeSelector = { ["gpu-inference/pool"] = "t4" },
                Tolerations = { new CoreV1.TolerationArgs { Key = "nvidia.com/gpu", Operator = "Exists", Effect = "NoSchedule" } },
                SecurityContext = new CoreV1.PodSecurityContextArgs { RunAsNonRoot = true, RunAsUser = 65532, SeccompProfile = new CoreV1.SeccompProfileArgs { Type = "RuntimeDefault" } },
                Containers = { Server(name) },
                Volumes =
                {
                    new CoreV1.VolumeArgs { Name = "config", ConfigMap = new CoreV1.ConfigMapVolumeSourceArgs { Name = name } },
                    new CoreV1.VolumeArgs { Name = "models", EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = "4Gi" } },
                },
            },
        },
    };

    private static CoreV1.ContainerArgs Server(string name) => new()
    {
        Name = "server",
        Image = "registry.invalid/model-server",
        Args = { "--port=8500", "--rest_api_port=8501", "--model_config_file=/config/models.config" },
        Env = { new CoreV1.EnvVarArgs { Name = "TF_CPP_MIN_LOG_LEVEL", Value = "1" }, new CoreV1.EnvVarArgs { Name = "MODEL_NAME", Value = name } },
        Ports = { new CoreV1.ContainerPortArgs { Name = "http", ContainerPortValue = HttpPort }, new CoreV1.ContainerPortArgs { Name = "grpc", ContainerPortValue = GrpcPort } },
        Resources = new CoreV1.ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = "1", ["memory"] = "2Gi", ["nvidia.com/gpu"] = "1" },
            Limits = { ["memory"] = "2Gi", ["nvidia.com/gpu"] = "1" },
        },
        StartupProbe = Probe(name, 5, 60),
        ReadinessProbe = Probe(name, 5, 3),
        LivenessProbe = Probe(name, 10, 6),
        SecurityContext = new CoreV1.SecurityContextArgs { AllowPrivilegeEscalation = false, ReadOnlyRootFilesystem = true, Capabilities = new CoreV1.CapabilitiesArgs { Drop = { "ALL" } } },
        VolumeMounts =
        {
            new CoreV1.VolumeMountArgs { Name = "config", MountPath = "/config", ReadOnly = true },
            new CoreV1.VolumeMountArgs { Name = "models", MountPath = "/models" },
        },
    };

    private static CoreV1.ProbeArgs Probe(string name, int periodSeconds, int failureThreshold) => new()
    {
        HttpGet = new CoreV1.HTTPGetActionArgs { Path = $"/v1/models/{name}", Port = "http" },
        PeriodSeconds = periodSeconds,
        FailureThreshold = failureThreshold,
    };

    private static MetaV1.ObjectMetaArgs Metadata(string name) => new() { Name = name, Namespace = "inference", Labels = Labels(name) };

    private static InputMap<string> Selector(string name) => new() { ["app.kubernetes.io/name"] = name };

    private static InputMap<string> Labels(string name) => new() { ["app.kubernetes.io/name"] = name, ["app.kubernetes.io/part-of"] = "bench" };
}
