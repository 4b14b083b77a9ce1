using Infra.Components.Serving.Traffic;
using Infra.Components.Shared;
using Infra.Core.Serving;
using Infra.Core.Serving.Mesh;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Serving;

/// <summary>Who may call a model, and what its pods may reach.</summary>
internal static class ServingNetworkPolicy
{
    /// <summary>The policy's inputs.</summary>
    public static Net.NetworkPolicyArgs For(
        InferenceServiceArgs args, RuntimeSpec runtime, ServingLabels labels, Meta.ObjectMetaArgs metadata) => new()
        {
            Metadata = metadata,
            Spec = new Net.NetworkPolicySpecArgs
            {
                PodSelector = new Meta.LabelSelectorArgs { MatchLabels = labels.Selector },
                PolicyTypes = { "Ingress", "Egress" },
                Ingress = { Calls(args, Ports(runtime)) },
                Egress = Egress(args),
            },
        };

    /// <summary>Lets in whoever may call the model.</summary>
    public static Net.NetworkPolicyIngressRuleArgs Calls(InferenceServiceArgs args, params IEnumerable<int> ports)
    {
        var rule = new Net.NetworkPolicyIngressRuleArgs
        {
            From = { NetworkPeers.OwnNamespace() },
            Ports = NetworkPeers.Tcp(ports),
        };
        var namespaces = args.Monitoring is { } monitoring
            ? args.ClientNamespaces.Append(monitoring.PrometheusNamespace)
            : args.ClientNamespaces;
        foreach (var client in namespaces.Distinct())
        {
            rule.From.Add(NetworkPeers.Namespace(client));
        }

        // What stands in front of the model is in its namespace; gRPC has nothing in front.
        if (args.Expose is { } expose && (expose.Front is null || expose.GrpcHost is not null))
        {
            rule.From.AddRange(FromOutside(expose));
        }

        return rule;
    }

    private static InputList<Net.NetworkPolicyPeerArgs> FromOutside(ExposeArgs expose) =>
        [.. expose.SourceNamespace is { } source ? [NetworkPeers.Namespace(source)] : Array.Empty<Net.NetworkPolicyPeerArgs>(), .. expose.SourceCidrs.Select(NetworkPeers.Addresses)];

    private static IEnumerable<int> Ports(RuntimeSpec runtime) => new[] { runtime.HttpPort, runtime.GrpcPort, runtime.Metrics?.Port }.OfType<int>();

    /// <summary>What a pod reaches to copy files; nothing where they are mounted.</summary>
    public static Net.NetworkPolicyEgressRuleArgs[] ToFiles(ModelSourceArgs source) => source.S3Uri is null ? [] : [NetworkPeers.Https(), NetworkPeers.PodIdentity()];

    private static InputList<Net.NetworkPolicyEgressRuleArgs> Egress(InferenceServiceArgs args)
    {
        var egress = new InputList<Net.NetworkPolicyEgressRuleArgs> { NetworkPeers.Dns(), NetworkPeers.Https() };
        if (args.Source?.S3Uri is not null)
        {
            egress.Add(NetworkPeers.PodIdentity());
        }

        if (args.Traces is { } traces)
        {
            egress.Add(new Net.NetworkPolicyEgressRuleArgs { To = { NetworkPeers.Namespace(traces.Namespace) }, Ports = { NetworkPeers.Tcp(traces.Port) } });
        }

        if (args.Mesh is { } mesh)
        {
            egress.Add(new Net.NetworkPolicyEgressRuleArgs { To = { NetworkPeers.Namespace(mesh.IstioNamespace) }, Ports = { NetworkPeers.Tcp(IstioSidecar.ControlPort) } });
        }

        return egress;
    }
}
