using System.Collections.Immutable;
using Infra.Components.Monitoring;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Dns;
using Pulumi;
using Apps = Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Dns;

/// <summary>A cache of names on every node, at the address at which pods ask already. One per cluster; for kube-proxy in its mode <c>iptables</c>.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-service-account  identity of the pods, without an API token
/// NAME-upstream         Service of the cluster DNS by another address, where the cache asks
/// NAME-config           its Corefile
/// NAME-daemon-set       the cache
/// NAME-service          optional, headless: its metrics
/// NAME-monitor          optional: ServiceMonitor
/// </code>
/// While a node's cache restarts, its packet filter rules are gone, and pods reach the cluster DNS itself.
/// </remarks>
public sealed class NodeLocalDnsCache : ComponentResource
{
    private const string Namespace = "kube-system";
    private const string Component = "dns-cache";
    private const string MetricsPortName = "metrics";

    /// <summary>Declares the cache.</summary>
    public NodeLocalDnsCache(string name, NodeLocalDnsCacheArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.NodeLocalDnsCache, name, args, options)
    {
        var serviceAccount = new K8s.Core.V1.ServiceAccount($"{name}-service-account", new CoreV1.ServiceAccountArgs
        {
            Metadata = Metadata(name, NodeLocalDns.Name),
            AutomountServiceAccountToken = false,
        }, Children.Root(this, options));
        var upstream = new K8s.Core.V1.Service($"{name}-upstream", new CoreV1.ServiceArgs
        {
            Metadata = Metadata(name, NodeLocalDns.Upstream),
            Spec = new CoreV1.ServiceSpecArgs
            {
                Selector = { [NodeLocalDns.ClusterDnsLabel] = NodeLocalDns.ClusterDns },
                Ports = { Port("UDP"), Port("TCP") },
            },
        }, Children.Root(this, options));
        var config = new K8s.Core.V1.ConfigMap($"{name}-config", new CoreV1.ConfigMapArgs
        {
            Metadata = Metadata(name, NodeLocalDns.Name),
            Data = { [NodeLocalDnsPod.CorefileKey] = args.ServiceAddress.Apply(NodeLocalDns.Corefile) },
        }, Children.Root(this, options));
        var daemonSet = new K8s.Apps.V1.DaemonSet($"{name}-daemon-set", new Apps.DaemonSetArgs
        {
            Metadata = Metadata(name, NodeLocalDns.Name),
            Spec = new Apps.DaemonSetSpecArgs
            {
                Selector = new Meta.LabelSelectorArgs { MatchLabels = ManagedBy.Selector(name, Component) },
                UpdateStrategy = new Apps.DaemonSetUpdateStrategyArgs
                {
                    Type = "RollingUpdate",
                    RollingUpdate = new Apps.RollingUpdateDaemonSetArgs { MaxUnavailable = "10%" },
                },
                Template = new CoreV1.PodTemplateSpecArgs { Metadata = new Meta.ObjectMetaArgs { Labels = Labels(name) }, Spec = NodeLocalDnsPod.Of(args) },
            },
            // The Service comes first: pods learn its address at their start only.
        }, Children.Root(this, options, serviceAccount, upstream, config));
        if (args.Scraping is { } scraping)
        {
            Monitor(name, scraping, daemonSet);
        }

        RegisterOutputs();
    }

    private void Monitor(string name, ScrapingArgs scraping, K8s.Apps.V1.DaemonSet daemonSet)
    {
        var service = new K8s.Core.V1.Service($"{name}-service", new CoreV1.ServiceArgs
        {
            Metadata = Metadata(name, NodeLocalDns.Name),
            Spec = new CoreV1.ServiceSpecArgs
            {
                ClusterIP = "None",
                Selector = ManagedBy.Selector(name, Component),
                Ports = { new CoreV1.ServicePortArgs { Name = MetricsPortName, Port = NodeLocalDns.MetricsPort } },
            },
        }, Children.Of(this, daemonSet));
        var metadata = Metadata(name, NodeLocalDns.Name);
        metadata.Labels = Labels(name).SetItems(scraping.SelectorLabels);
        _ = new ServiceMonitor($"{name}-monitor", new ServiceMonitorArgs
        {
            Metadata = metadata,
            Spec = new ServiceMonitorSpecArgs
            {
                Selector = new Meta.LabelSelectorArgs { MatchLabels = ManagedBy.Selector(name, Component) },
                Endpoints = { new ServiceMonitorEndpointArgs { Port = MetricsPortName, Path = "/metrics", Interval = scraping.Interval } },
            },
        }, Children.Of(this, service));
    }

    private static ImmutableDictionary<string, string> Labels(string name) => ManagedBy.Labels(NodeLocalDns.Name, name, Component);

    private static Meta.ObjectMetaArgs Metadata(string name, string objectName) => new() { Name = objectName, Namespace = Namespace, Labels = Labels(name) };

    private static CoreV1.ServicePortArgs Port(string protocol) =>
        new() { Name = protocol == "UDP" ? "dns" : "dns-tcp", Protocol = protocol, Port = NodeLocalDns.Port, TargetPort = NodeLocalDns.Port };
}
