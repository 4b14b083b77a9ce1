using System.Collections.Immutable;

namespace Infra.Core.Versions;

/// <summary>Where charts let the registry of their images be set: of what our values turn on. Read in the values of the pinned versions.</summary>
public static class ChartImages
{
    private const string Agent = "kserve.agent.image";
    private const string Storage = "kserve.storage.image";

    /// <summary>By the chart's name.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<ChartImage>> All { get; } = new Dictionary<string, ImmutableArray<ChartImage>>
    {
        [Pins.CertManager.Name] =
        [
            // One value for all of them.
            .. new[] { "controller", "webhook", "cainjector", "startupapicheck", "acmesolver" }.Select(part => new ChartImage("imageRegistry", $"quay.io/jetstack/cert-manager-{part}", IsRegistry: true)),
        ],
        [Pins.ChaosMesh.Name] =
        [
            new("images.registry", "ghcr.io/chaos-mesh/chaos-mesh", IsRegistry: true),
            new("images.registry", "ghcr.io/chaos-mesh/chaos-daemon", IsRegistry: true),
            new("controllerManager.podChaos.podFailure.pauseImage", Pins.Pause.Repository),
        ],
        [Pins.ClusterAutoscaler.Name] = [new("image.repository", "registry.k8s.io/autoscaling/cluster-autoscaler")],
        [Pins.ExternalSecrets.Name] =
        [
            .. new[] { "image", "webhook.image", "certController.image" }.Select(image => new ChartImage($"{image}.repository", "ghcr.io/external-secrets/external-secrets")),
        ],
        [Pins.Karpenter.Name] = [new("controller.image.repository", "public.ecr.aws/karpenter/controller")],
        [Pins.Keda.Name] =
        [
            new("image.keda.registry", "ghcr.io/kedacore/keda", IsRegistry: true),
            new("image.metricsApiServer.registry", "ghcr.io/kedacore/keda-metrics-apiserver", IsRegistry: true),
            new("image.webhooks.registry", "ghcr.io/kedacore/keda-admission-webhooks", IsRegistry: true),
        ],
        [Pins.KServe.Name] = [new("kserve.controller.image", "docker.io/kserve/kserve-controller"), new(Agent, "docker.io/kserve/agent"), new(Storage, "docker.io/kserve/storage-initializer")],
        [Pins.KServeLlm.Name] = [new("kserve.llmisvc.controller.image", "docker.io/kserve/llmisvc-controller"), new(Storage, "docker.io/kserve/storage-initializer")],
        [Pins.KubePrometheusStack.Name] =
        [
            new("alertmanager.alertmanagerSpec.image.registry", "quay.io/prometheus/alertmanager", IsRegistry: true),
            new("prometheus.prometheusSpec.image.registry", "quay.io/prometheus/prometheus", IsRegistry: true),
            new("prometheusOperator.admissionWebhooks.patch.image.registry", "ghcr.io/jkroepke/kube-webhook-certgen", IsRegistry: true),
            new("prometheusOperator.image.registry", "quay.io/prometheus-operator/prometheus-operator", IsRegistry: true),
            new("prometheusOperator.prometheusConfigReloader.image.registry", "quay.io/prometheus-operator/prometheus-config-reloader", IsRegistry: true),
        ],
        [Pins.KubeRay.Name] = [new("image.repository", "quay.io/kuberay/operator")],
        [Pins.Kueue.Name] = [new("controllerManager.manager.image.repository", Pins.KueueManager.Repository)],
        [Pins.LeaderWorkerSet.Name] = [new("image.manager.repository", Pins.LeaderWorkerSetManager.Repository)],
        [Pins.LoadBalancerController.Name] = [new("image.repository", "public.ecr.aws/eks/aws-load-balancer-controller")],
        [Pins.Loki.Name] = [new("loki.image.registry", "docker.io/grafana/loki", IsRegistry: true)],
        [Pins.OpenTelemetryCollector.Name] = [new("image.repository", Pins.OpenTelemetryCollectorImage.Repository)],
        [Pins.Velero.Name] = [new("image.repository", "docker.io/velero/velero"), new("kubectl.image.repository", Pins.Kubectl.Repository)],
        [Pins.VerticalPodAutoscaler.Name] = [new("recommender.image.repository", "registry.k8s.io/autoscaling/vpa-recommender")],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Images of charts that stay where their publisher has them, with the reason; by the chart's name.</summary>
    public static ImmutableSortedDictionary<string, string> Elsewhere { get; } = new Dictionary<string, string>
    {
        [Pins.AiGateway.Name] = NotRead,
        [Pins.AiGatewayCrds.Name] = NoPods,
        [Pins.DcgmExporter.Name] = OfNvidia,
        [Pins.EfaDevicePlugin.Name] = "a registry of AWS in the region, which nodes reach as they reach the account's own",
        [Pins.EnvoyGateway.Name] = NotRead,
        [Pins.ExternalDns.Name] = NotRead,
        [Pins.FluentBit.Name] = "cr.fluentbit.io, which ECR doesn't fetch from",
        [Pins.GpuOperator.Name] = OfNvidia,
        [Pins.KarpenterCrd.Name] = NoPods,
        [Pins.KServeCrd.Name] = NoPods,
        [Pins.KServeLlmCrd.Name] = NoPods,
        // Beside those above.
        [Pins.KubePrometheusStack.Name] = "Grafana with its sidecars, kube-state-metrics and the node exporter: of charts within the chart, whose values for images aren't recorded here",
        [Pins.Neuron.Name] = NotRead,
        [Pins.NvidiaDevicePlugin.Name] = OfNvidia,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private const string NoPods = "definitions alone, without pods";
    private const string NotRead = "the chart's values for images aren't recorded here";
    private const string OfNvidia = "nvcr.io, which ECR doesn't fetch from";
}
