using System.Collections.Immutable;
using Infra.Components.Monitoring;
using Infra.Components.Serving.Backends;
using Infra.Components.Shared;
using Infra.Components.Traffic.GatewayApi;
using Infra.Components.Traffic.InferenceExtension;
using Infra.Core.Serving.Backends;
using Infra.Core.Serving.Traffic;
using Pulumi;
using Apps = Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving.Traffic;

/// <summary>A model's replicas as InferencePool, and the endpoint picker that chooses among them.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-pool                   InferencePool: the pods and their picker
/// NAME-picker-account         identity of the picker
/// NAME-picker-role            what it may read: pods and pools of its namespace
/// NAME-picker-binding         that it may
/// NAME-picker-network-policy  who may ask it, and whom it asks
/// NAME-picker-deployment      the picker
/// NAME-picker-service         the picker's ports
/// NAME-picker-monitor         optional: ServiceMonitor
/// </code>
/// The picker is ready once it has seen its pool, so the pool comes first.
/// </remarks>
internal static class InferencePools
{
    /// <summary>Declares it.</summary>
    /// <returns>What a route to it has to wait for.</returns>
    public static Resource[] Create(ServingSpec spec, ExposeArgs expose, EndpointPickerArgs picker, ServingChildren children)
    {
        var pool = new InferencePool($"{spec.Name}-pool", new InferencePoolArgs { Metadata = spec.Metadata(), Spec = Pool(spec) }, children.Workload());
        var account = new K8s.Core.V1.ServiceAccount(
            $"{spec.Name}-picker-account", new CoreV1.ServiceAccountArgs { Metadata = Metadata(spec), AutomountServiceAccountToken = false }, children.Of());
        var rights = EndpointPickerAccess.Create(spec, account, children);
        var networkPolicy = new K8s.Networking.V1.NetworkPolicy(
            $"{spec.Name}-picker-network-policy", EndpointPickerAccess.NetworkPolicy(spec, expose.SourceNamespace!, Pods(spec)), children.Of());
        var deployment = new K8s.Apps.V1.Deployment($"{spec.Name}-picker-deployment", new Apps.DeploymentArgs
        {
            Metadata = Metadata(spec),
            Spec = new Apps.DeploymentSpecArgs
            {
                Replicas = 1,
                Selector = new Meta.LabelSelectorArgs { MatchLabels = Selector(spec) },
                // Without a picker there is no answer, so the new one comes first.
                Strategy = new Apps.DeploymentStrategyArgs { Type = "RollingUpdate", RollingUpdate = new Apps.RollingUpdateDeploymentArgs { MaxSurge = 1, MaxUnavailable = 0 } },
                Template = EndpointPickerPod.Template(spec, picker, Labels(spec)),
            },
        }, children.Workload(pool, rights, networkPolicy));
        var service = new K8s.Core.V1.Service($"{spec.Name}-picker-service", Service(spec), children.Of(deployment));
        if (spec.Args.Monitoring is { } monitoring)
        {
            _ = new ServiceMonitor($"{spec.Name}-picker-monitor", Monitor(spec, monitoring), children.Of(service));
        }

        return [pool, service];
    }

    /// <summary>Where the route leads.</summary>
    public static InputList<BackendReferenceArgs> Reference(ServingSpec spec) =>
        new() { new BackendReferenceArgs { Group = InferencePoolKind.Group, Kind = InferencePoolKind.Kind, Name = spec.Args.Model, Weight = 100 } };

    /// <summary>Metadata of the picker's objects.</summary>
    public static Meta.ObjectMetaArgs Metadata(ServingSpec spec) => new() { Name = EndpointPicker.NameOf(spec.Args.Model), Namespace = spec.Args.Namespace, Labels = Labels(spec) };

    /// <summary>Labels that select the picker's pods.</summary>
    public static ImmutableDictionary<string, string> Selector(ServingSpec spec) => ManagedBy.Selector(spec.Args.Model, Component);

    private const string Component = "endpoint-picker";

    private static ImmutableDictionary<string, string> Labels(ServingSpec spec) => ManagedBy.Labels("llm-d-router", spec.Args.Model, Component);

    private static ImmutableDictionary<string, string> Pods(ServingSpec spec) =>
        spec.Backend == ServingBackend.LeaderWorkerSet ? LeaderWorkerModel.Leaders(spec) : spec.Labels.Selector;

    private static InferencePoolSpecArgs Pool(ServingSpec spec) => new()
    {
        Selector = new InferencePoolSelectorArgs { MatchLabels = Pods(spec) },
        TargetPorts = { new InferencePoolPortArgs { Number = spec.Runtime.HttpPort } },
        EndpointPickerRef = new EndpointPickerReferenceArgs
        {
            Name = EndpointPicker.NameOf(spec.Args.Model),
            Port = new InferencePoolPortArgs { Number = EndpointPicker.Port },
            // Envoy AI Gateway knows nothing else (v1.1.0, internal/extensionserver/inferencepool.go: FailureModeAllow is false).
            FailureMode = "FailClose",
        },
    };

    private static CoreV1.ServiceArgs Service(ServingSpec spec) => new()
    {
        Metadata = Metadata(spec),
        Spec = new CoreV1.ServiceSpecArgs
        {
            Selector = Selector(spec),
            Ports =
            {
                new CoreV1.ServicePortArgs { Name = EndpointPickerPod.PortName, Port = EndpointPicker.Port, TargetPort = EndpointPickerPod.PortName, AppProtocol = "kubernetes.io/h2c" },
                new CoreV1.ServicePortArgs { Name = EndpointPickerPod.MetricsPortName, Port = EndpointPicker.MetricsPort, TargetPort = EndpointPickerPod.MetricsPortName },
            },
        },
    };

    private static ServiceMonitorArgs Monitor(ServingSpec spec, MonitoringArgs monitoring)
    {
        var metadata = Metadata(spec);
        metadata.Labels = Labels(spec).SetItems(monitoring.SelectorLabels);
        return new ServiceMonitorArgs
        {
            Metadata = metadata,
            Spec = new ServiceMonitorSpecArgs
            {
                Selector = new Meta.LabelSelectorArgs { MatchLabels = Selector(spec) },
                Endpoints = { new ServiceMonitorEndpointArgs { Port = EndpointPickerPod.MetricsPortName, Path = EndpointPicker.MetricsPath, Interval = "30s" } },
            },
        };
    }
}
