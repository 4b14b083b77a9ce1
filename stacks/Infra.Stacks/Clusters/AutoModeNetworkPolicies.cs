using Infra.Components.Shared;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Stacks.Clusters;

/// <summary>Network policies in a cluster with EKS Auto Mode, which ignores them until a ConfigMap of this name says otherwise (EKS user guide, "Use network policies with EKS Auto Mode").</summary>
internal static class AutoModeNetworkPolicies
{
    /// <summary>Declares the ConfigMap.</summary>
    public static void Enable(PlatformCluster cluster, Providers providers) => _ = new K8s.Core.V1.ConfigMap("network-policies", new CoreV1.ConfigMapArgs
    {
        Metadata = new Meta.ObjectMetaArgs { Name = "amazon-vpc-cni", Namespace = "kube-system", Labels = ManagedBy.Owned },
        Data = { ["enable-network-policy-controller"] = "true" },
    }, new CustomResourceOptions { Provider = providers.Kubernetes, DependsOn = cluster.Access.ToArray() });
}
