using Infra.Components.Shared;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Monitoring.Stack;

/// <summary>
/// Who may talk to the parts that answer everybody who reaches them, and whom these may talk to. The others — operator, exporters — tell what the API server or a
/// node tells, and are called by it.
/// </summary>
internal static class StackNetwork
{
    /// <summary>Prometheus: it reaches what it scrapes, which is anything on any port; itself it is asked by few.</summary>
    public static Net.NetworkPolicySpecArgs Prometheus(MonitoringStackArgs args)
    {
        var asked = Ingress(StackNames.PrometheusPort, StackNames.ReloaderPort);
        foreach (var client in args.QueryNamespaces.Distinct())
        {
            asked.From.Add(NetworkPeers.Namespace(client));
        }

        var egress = new InputList<Net.NetworkPolicyEgressRuleArgs> { NetworkPeers.Dns(), NetworkPeers.AllPorts() };
        if (args.RemoteWrite is not null)
        {
            egress.Add(NetworkPeers.PodIdentity());
        }

        return Spec(StackNames.PrometheusPods, asked, egress);
    }

    /// <summary>Alertmanager: it reaches its receivers; itself it is called by Prometheus, Grafana and its like.</summary>
    public static Net.NetworkPolicySpecArgs Alertmanager(AlertmanagerArgs args)
    {
        var egress = new InputList<Net.NetworkPolicyEgressRuleArgs>
        {
            NetworkPeers.Dns(),
            NetworkPeers.Everywhere([443, .. args.ReceiverPorts]),
            new Net.NetworkPolicyEgressRuleArgs { To = { NetworkPeers.Pods(StackNames.AlertmanagerPods) }, Ports = Gossip() },
        };
        if (args.SnsTopicArns.Count > 0)
        {
            egress.Add(NetworkPeers.PodIdentity());
        }

        var called = Ingress(StackNames.AlertmanagerPort, StackNames.ReloaderPort);
        called.Ports = called.Ports.Concat(Gossip());
        return Spec(StackNames.AlertmanagerPods, called, egress);
    }

    /// <summary>Grafana: people reach it through the API server (kubectl port-forward), which no policy sees.</summary>
    public static Net.NetworkPolicySpecArgs Grafana(GrafanaArgs args)
    {
        var sources = new Net.NetworkPolicyEgressRuleArgs { To = { NetworkPeers.OwnNamespace() } };
        foreach (var source in args.DataSourceNamespaces.Distinct())
        {
            sources.To.Add(NetworkPeers.Namespace(source));
        }

        return Spec(StackNames.GrafanaPods, Ingress(StackNames.GrafanaPort), [NetworkPeers.Dns(), NetworkPeers.ApiServer(), sources]);
    }

    private static Net.NetworkPolicySpecArgs Spec(
        IReadOnlyDictionary<string, string> pods, Net.NetworkPolicyIngressRuleArgs ingress, InputList<Net.NetworkPolicyEgressRuleArgs> egress) => new()
    {
        PodSelector = new Meta.LabelSelectorArgs { MatchLabels = pods.ToDictionary() },
        PolicyTypes = { "Ingress", "Egress" },
        Ingress = { ingress },
        Egress = egress,
    };

    private static Net.NetworkPolicyIngressRuleArgs Ingress(params int[] ports) => new() { From = { NetworkPeers.OwnNamespace() }, Ports = NetworkPeers.Tcp(ports) };

    private static InputList<Net.NetworkPolicyPortArgs> Gossip() =>
        [NetworkPeers.Tcp(StackNames.GossipPort), new Net.NetworkPolicyPortArgs { Protocol = "UDP", Port = StackNames.GossipPort }];
}
