using Infra.Components.Shared;
using Infra.Core.Registry;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Registry;

/// <summary>Who may call the registry, which asks nobody who he is, and what it may reach.</summary>
internal static class RegistryNetworkPolicy
{
    /// <summary>The policy's inputs.</summary>
    public static Net.NetworkPolicyArgs For(ModelRegistryArgs args, RegistryDatabase database)
    {
        var calls = new Net.NetworkPolicyIngressRuleArgs { From = { NetworkPeers.OwnNamespace() }, Ports = { NetworkPeers.Tcp(MlflowServer.Port) } };
        var namespaces = args.Scraping is null ? args.ClientNamespaces : args.ClientNamespaces.Append(args.PrometheusNamespace!);
        foreach (var client in namespaces.Distinct())
        {
            calls.From.Add(NetworkPeers.Namespace(client));
        }

        var egress = new InputList<Net.NetworkPolicyEgressRuleArgs> { NetworkPeers.Dns(), Database(database) };
        if (args.Artifacts.S3Uri is not null)
        {
            egress.Add(NetworkPeers.Https());
            egress.Add(NetworkPeers.PodIdentity());
        }

        return new Net.NetworkPolicyArgs
        {
            Metadata = RegistryPod.Metadata(args),
            Spec = new Net.NetworkPolicySpecArgs
            {
                PodSelector = new Meta.LabelSelectorArgs { MatchLabels = RegistryPod.Selector(args) },
                PolicyTypes = { "Ingress", "Egress" },
                Ingress = { calls },
                Egress = egress,
            },
        };
    }

    // The address of RDS changes when a standby takes over, so there is no peer; its security group says who may call it.
    private static Net.NetworkPolicyEgressRuleArgs Database(RegistryDatabase database)
    {
        var rule = new Net.NetworkPolicyEgressRuleArgs { Ports = { NetworkPeers.Tcp(MlflowServer.DatabasePort) } };
        if (database.ServerPods is { } pods)
        {
            rule.To.Add(NetworkPeers.Pods(pods));
        }

        return rule;
    }
}
