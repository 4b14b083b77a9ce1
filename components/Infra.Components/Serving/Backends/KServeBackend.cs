using Infra.Components.Serving.KServe;
using Infra.Components.Serving.Scaling;
using Pulumi;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Serving.Backends;

/// <summary>
/// KServe in Standard mode: an <c>InferenceService</c>, of which KServe makes a Deployment and a Service, and the same for the transformer. The server
/// stands in a <c>ServingRuntime</c> of the model's own. KServe has no place for a progress deadline: Kubernetes' default holds. Its own HPA has no windows and its
/// ScaledObject no fallback, so that the predictor is scaled by objects of ours (ADR 26); the transformer, which starts at once, by KServe's HPA.
/// </summary>
internal sealed class KServeBackend : IServingBackend
{
    // Port of KServe's agent, which batches (kserve v0.20.0, pkg/constants, InferenceServiceDefaultAgentPort).
    private const int AgentPort = 9081;

    /// <inheritdoc/>
    public ServedModel Create(ServingSpec spec, ServingChildren children)
    {
        var runtime = new KServeServingRuntime($"{spec.Name}-runtime", KServeModel.Runtime(spec), children.Workload());
        var options = children.Workload(runtime);
        options.CustomTimeouts = Await.Timeouts(spec);
        var service = new KServeInferenceService($"{spec.Name}-inference-service", KServeModel.Service(spec), options);
        _ = new K8s.Policy.V1.PodDisruptionBudget($"{spec.Name}-disruption-budget", ServingDisruptionBudget.For(spec), children.Of());
        ServingScaler.Create(spec, children, service);
        if (spec.HasBatcher)
        {
            _ = Policy($"{spec.Name}-batcher-network-policy", spec, KServeModel.BatcherName(spec), spec.Labels.Selector, AgentPort, [], children);
        }

        if (spec.Args.Transformer is { } transformer)
        {
            // It calls the predictor by its Service.
            _ = Policy(
                $"{spec.Name}-transformer-network-policy", spec, KServeModel.TransformerName(spec), KServeModel.TransformerLabels(spec), transformer.Port,
                [ServingNetworkPolicy.Dns(), ToPredictor(spec)], children);
        }

        return ServedModel.Of(spec, service);
    }

    private static K8s.Networking.V1.NetworkPolicy Policy(
        string name, ServingSpec spec, string objectName, IReadOnlyDictionary<string, string> selector, int port, Net.NetworkPolicyEgressRuleArgs[] egress, ServingChildren children)
    {
        var metadata = spec.Metadata();
        metadata.Name = objectName;
        var policy = new Net.NetworkPolicySpecArgs
        {
            PodSelector = new Meta.LabelSelectorArgs { MatchLabels = selector.ToDictionary() },
            PolicyTypes = { "Ingress" },
            Ingress = { ServingNetworkPolicy.Calls(spec.Args, port) },
        };
        foreach (var rule in egress)
        {
            policy.Egress.Add(rule);
        }

        if (egress.Length > 0)
        {
            policy.PolicyTypes.Add("Egress");
        }

        return new K8s.Networking.V1.NetworkPolicy(name, new Net.NetworkPolicyArgs { Metadata = metadata, Spec = policy }, children.Of());
    }

    private static Net.NetworkPolicyEgressRuleArgs ToPredictor(ServingSpec spec) => new()
    {
        To = { new Net.NetworkPolicyPeerArgs { PodSelector = new Meta.LabelSelectorArgs { MatchLabels = spec.Labels.Selector } } },
        Ports = { ServingNetworkPolicy.Tcp(spec.HasBatcher ? AgentPort : spec.Runtime.HttpPort) },
    };
}
