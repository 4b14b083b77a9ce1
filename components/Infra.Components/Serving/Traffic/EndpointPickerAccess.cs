using Infra.Components.Serving.Backends;
using Infra.Components.Shared;
using Infra.Components.Traffic.InferenceExtension;
using Infra.Core.Serving.Traffic;
using Pulumi;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Rbac = Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Infra.Components.Serving.Traffic;

/// <summary>What an endpoint picker may read, whom it may call, and who may call it.</summary>
internal static class EndpointPickerAccess
{
    private const string RbacGroup = "rbac.authorization.k8s.io";

    /// <summary>Declares its rights (llm-d-router, tag v0.10.0, config/charts/routerlib/templates/_rbac.yaml; the kinds of llm-d's own aren't installed, and it does without).</summary>
    /// <returns>What it has to wait for.</returns>
    public static Resource Create(ServingSpec spec, Resource account, ServingChildren children)
    {
        var role = new K8s.Rbac.V1.Role($"{spec.Name}-picker-role", new Rbac.RoleArgs
        {
            Metadata = InferencePools.Metadata(spec),
            Rules = { Reading("", "pods"), Reading(InferencePoolKind.Group, InferencePoolKind.Plural) },
        }, children.Of());
        return new K8s.Rbac.V1.RoleBinding($"{spec.Name}-picker-binding", new Rbac.RoleBindingArgs
        {
            Metadata = InferencePools.Metadata(spec),
            RoleRef = new Rbac.RoleRefArgs { ApiGroup = RbacGroup, Kind = "Role", Name = EndpointPicker.NameOf(spec.Args.Model) },
            Subjects = { new Rbac.SubjectArgs { Kind = "ServiceAccount", Name = EndpointPicker.NameOf(spec.Args.Model), Namespace = spec.Args.Namespace } },
        }, children.Of(role, account));
    }

    /// <summary>The gateway asks it and Prometheus reads it; it reads the replicas' metrics and the API server.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="gateway">Namespace of the gateway's pods.</param>
    /// <param name="replicas">Labels of the replicas.</param>
    public static Net.NetworkPolicyArgs NetworkPolicy(ServingSpec spec, string gateway, IReadOnlyDictionary<string, string> replicas)
    {
        var ingress = new InputList<Net.NetworkPolicyIngressRuleArgs>
        {
            new Net.NetworkPolicyIngressRuleArgs { From = { NetworkPeers.Namespace(gateway) }, Ports = { NetworkPeers.Tcp(EndpointPicker.Port) } },
        };
        if (spec.Args.Monitoring is { } monitoring)
        {
            ingress.Add(new Net.NetworkPolicyIngressRuleArgs { From = { NetworkPeers.Namespace(monitoring.PrometheusNamespace) }, Ports = { NetworkPeers.Tcp(EndpointPicker.MetricsPort) } });
        }

        return new Net.NetworkPolicyArgs
        {
            Metadata = InferencePools.Metadata(spec),
            Spec = new Net.NetworkPolicySpecArgs
            {
                PodSelector = new Meta.LabelSelectorArgs { MatchLabels = InferencePools.Selector(spec) },
                PolicyTypes = { "Ingress", "Egress" },
                Ingress = ingress,
                Egress =
                {
                    NetworkPeers.Dns(),
                    NetworkPeers.ApiServer(),
                    new Net.NetworkPolicyEgressRuleArgs { To = { NetworkPeers.Pods(replicas) }, Ports = { NetworkPeers.Tcp(spec.Runtime.HttpPort) } },
                },
            },
        };
    }

    private static Rbac.PolicyRuleArgs Reading(string group, string resources) => new() { ApiGroups = { group }, Resources = { resources }, Verbs = { "get", "list", "watch" } };
}
