using System.Collections.Immutable;
using Infra.Components.Security.Registry;
using Infra.Components.Serving;
using Infra.Components.Shared;
using Infra.Core.Serving.Predictions;
using Infra.Core.Units;
using Pulumi;
using Apps = Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Predictions;

/// <summary>A store of predictions in the cluster: one pod that starts empty.</summary>
internal static class ClusterStore
{
    private const string Component = "prediction-store";
    private const string PortName = "valkey";

    /// <summary>Labels of its objects.</summary>
    public static ImmutableDictionary<string, string> Labels(PredictionStoreArgs args) => ManagedBy.Labels(PredictionStoreServer.Engine, args.StoreName, Component);

    /// <summary>Declares it.</summary>
    /// <returns>Its host.</returns>
    public static Output<string> Create(
        ComponentResource parent, string name, PredictionStoreArgs args, SecretKeyArgs password, Resource[] before, ComponentResourceOptions? options)
    {
        var selector = ManagedBy.Selector(args.StoreName, Component);
        Meta.ObjectMetaArgs Metadata() => new() { Name = args.StoreName, Namespace = args.Namespace, Labels = Labels(args) };
        var networkPolicy = new K8s.Networking.V1.NetworkPolicy($"{name}-network-policy", new Net.NetworkPolicyArgs
        {
            Metadata = Metadata(),
            Spec = new Net.NetworkPolicySpecArgs
            {
                PodSelector = new Meta.LabelSelectorArgs { MatchLabels = selector },
                // It calls nobody.
                PolicyTypes = { "Ingress", "Egress" },
                Ingress =
                {
                    new Net.NetworkPolicyIngressRuleArgs
                    {
                        From = { NetworkPeers.Pods(PredictionCachePod.AnyCache) },
                        Ports = { NetworkPeers.Tcp(PredictionStoreServer.Port) },
                    },
                },
            },
        }, Children.Of(parent));
        var deployment = new K8s.Apps.V1.Deployment($"{name}-deployment", new Apps.DeploymentArgs
        {
            Metadata = Metadata(),
            Spec = new Apps.DeploymentSpecArgs
            {
                Replicas = 1,
                Selector = new Meta.LabelSelectorArgs { MatchLabels = selector },
                // Two servers would answer in turns, each with what the other lacks.
                Strategy = new Apps.DeploymentStrategyArgs { Type = "Recreate" },
                Template = new CoreV1.PodTemplateSpecArgs { Metadata = new Meta.ObjectMetaArgs { Labels = Labels(args) }, Spec = Pod(args, password) },
            },
        }, Children.Root(parent, options, [networkPolicy, .. before]));
        _ = new K8s.Core.V1.Service($"{name}-service", new CoreV1.ServiceArgs
        {
            Metadata = Metadata(),
            Spec = new CoreV1.ServiceSpecArgs
            {
                Selector = selector,
                Ports = { new CoreV1.ServicePortArgs { Name = PortName, Port = PredictionStoreServer.Port, TargetPort = PortName } },
            },
        }, Children.Of(parent, deployment));
        return Output.Format($"{args.StoreName}.{args.Namespace}.svc.cluster.local");
    }

    private static CoreV1.PodSpecArgs Pod(PredictionStoreArgs args, SecretKeyArgs password)
    {
        _ = ByteSize.TryParse(args.ClusterMemory!, out var memory);
        return new CoreV1.PodSpecArgs
        {
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            SecurityContext = PodSecurity.Pod(),
            Containers =
            {
                new CoreV1.ContainerArgs
                {
                    Name = PortName,
                    Image = ImageCacheArgs.Reference(args.ImageCache, PredictionStoreServer.Image),
                    Command = PredictionStoreServer.Command(memory).ToArray(),
                    Env = { PredictionCachePod.PasswordOf(password) },
                    Ports = { new CoreV1.ContainerPortArgs { Name = PortName, ContainerPortValue = PredictionStoreServer.Port } },
                    Resources = new CoreV1.ResourceRequirementsArgs
                    {
                        Requests = { ["cpu"] = PredictionStoreServer.Cpu.ToString(), ["memory"] = memory.ToString() },
                        Limits = { ["memory"] = memory.ToString() },
                    },
                    ReadinessProbe = Probe(periodSeconds: 5),
                    LivenessProbe = Probe(periodSeconds: 20),
                    SecurityContext = PodSecurity.Container(),
                    VolumeMounts = { new CoreV1.VolumeMountArgs { Name = "tmp", MountPath = "/tmp" } },
                },
            },
            Volumes = { new CoreV1.VolumeArgs { Name = "tmp", EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = "16Mi" } } },
        };
    }

    // Without the password nobody gets further than a connection.
    private static CoreV1.ProbeArgs Probe(int periodSeconds) => new()
    {
        TcpSocket = new CoreV1.TCPSocketActionArgs { Port = PortName },
        PeriodSeconds = periodSeconds,
        FailureThreshold = 3,
    };
}
