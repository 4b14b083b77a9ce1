namespace Infra.Cli.Tests.EndToEnd.Order;

/// <summary>Who brings the kinds of custom resources.</summary>
internal static class Definitions
{
    /// <summary>Charts that bring definition and controller of custom resources, by API group; none where the cluster has them of its own.</summary>
    public static IReadOnlyDictionary<string, string[]> ChartsOf { get; } = new Dictionary<string, string[]>
    {
        ["karpenter.sh"] = ["karpenter-crd", "karpenter"],
        ["karpenter.k8s.aws"] = ["karpenter-crd", "karpenter"],
        ["serving.kserve.io"] = ["kserve-crd", "kserve-resources", "kserve-llmisvc-crd", "kserve-llmisvc-resources", "cert-manager"],
        ["ray.io"] = ["kuberay-operator"],
        ["leaderworkerset.x-k8s.io"] = ["lws"],
        ["keda.sh"] = ["keda"],
        ["velero.io"] = ["velero"],
        ["chaos-mesh.org"] = ["chaos-mesh"],
        // One chart brings the definitions of the Gateway API and of Envoy Gateway, and the controller.
        ["gateway.networking.k8s.io"] = ["gateway-helm"],
        ["gateway.envoyproxy.io"] = ["gateway-helm"],
        // The definition is an object of ours; who acts on it are these.
        ["inference.networking.k8s.io"] = ["gateway-helm", "ai-gateway-helm"],
        ["apiextensions.k8s.io"] = [],
        ["elbv2.k8s.aws"] = ["aws-load-balancer-controller"],
        ["cert-manager.io"] = ["cert-manager"],
        ["external-secrets.io"] = ["external-secrets"],
        ["autoscaling.k8s.io"] = ["vertical-pod-autoscaler"],
        ["kueue.x-k8s.io"] = ["kueue"],
        // EKS Auto Mode has its own, which nobody installs.
        ["eks.amazonaws.com"] = [],
        // Istio is one that the cluster has already (configuration: mesh.istio).
        ["networking.istio.io"] = [],
        ["telemetry.istio.io"] = [],
        // Where the cluster has a Prometheus operator already (monitoring.prometheusOperator), nobody installs one.
        ["monitoring.coreos.com"] = ["kube-prometheus-stack"],
    };
}
