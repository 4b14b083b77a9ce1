using Infra.Components.Shared;
using Pulumi;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Tenants;

/// <summary>Who talks with whom in a tenant's namespace. Volumes of EFS, FSx, NFS and S3 need nothing here: nodes mount them, not pods.</summary>
internal static class TenantPolicies
{
    private const string PartOf = "app.kubernetes.io/part-of";

    /// <summary>Declares the policies.</summary>
    public static void Create(ComponentResource parent, string name, TenantNamespaceArgs args, Func<string, Meta.ObjectMetaArgs> metadata)
    {
        _ = new K8s.Networking.V1.NetworkPolicy($"{name}-default-deny", new Net.NetworkPolicyArgs
        {
            Metadata = metadata("default-deny"),
            Spec = new Net.NetworkPolicySpecArgs { PodSelector = new Meta.LabelSelectorArgs(), PolicyTypes = { "Ingress", "Egress" } },
        }, Children.Of(parent));
        _ = new K8s.Networking.V1.NetworkPolicy($"{name}-own-work", new Net.NetworkPolicyArgs
        {
            Metadata = metadata("own-work"),
            Spec = new Net.NetworkPolicySpecArgs
            {
                // Policies add up: what is allowed to all pods here would open what a component of the stack closed.
                PodSelector = new Meta.LabelSelectorArgs
                {
                    MatchExpressions = { new Meta.LabelSelectorRequirementArgs { Key = PartOf, Operator = "NotIn", Values = { ManagedBy.Owned[PartOf] } } },
                },
                PolicyTypes = { "Ingress", "Egress" },
                Ingress = { new Net.NetworkPolicyIngressRuleArgs { From = { NetworkPeers.OwnNamespace() } } },
                Egress =
                {
                    NetworkPeers.Dns(),
                    NetworkPeers.Https(),
                    NetworkPeers.PodIdentity(),
                    new Net.NetworkPolicyEgressRuleArgs { To = [NetworkPeers.OwnNamespace(), .. args.CalledNamespaces.Select(NetworkPeers.Namespace)] },
                },
            },
        }, Children.Of(parent));
    }
}
