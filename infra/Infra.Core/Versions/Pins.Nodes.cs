namespace Infra.Core.Versions;

/// <content>What runs on nodes and launches them.</content>
public static partial class Pins
{
    /// <summary>NVIDIA's Kubernetes device plugin.</summary>
    public static readonly ChartPin NvidiaDevicePlugin = new(
        "nvidia-device-plugin",
        "https://nvidia.github.io/k8s-device-plugin",
        "0.20.0",
        "github.com/NVIDIA/k8s-device-plugin, tag v0.20.0, deployments/helm/nvidia-device-plugin",
        "2026-08-19");

    /// <summary>NVIDIA's DCGM exporter: metrics of GPUs.</summary>
    public static readonly ChartPin DcgmExporter = new(
        "dcgm-exporter",
        "https://nvidia.github.io/dcgm-exporter/helm-charts",
        "4.8.2",
        "github.com/NVIDIA/dcgm-exporter, tag 4.5.3-4.8.2, deployment",
        "2026-05-06");

    /// <summary>NVIDIA's GPU operator.</summary>
    public static readonly ChartPin GpuOperator = new(
        "gpu-operator",
        "https://helm.ngc.nvidia.com/nvidia",
        "v26.7.0",
        "github.com/NVIDIA/gpu-operator, tag v26.7.0, deployments/gpu-operator",
        "2026-08-20");

    /// <summary>AWS' device plugin for EFA interfaces.</summary>
    public static readonly ChartPin EfaDevicePlugin = new(
        "aws-efa-k8s-device-plugin",
        "https://aws.github.io/eks-charts",
        "v0.5.30",
        "github.com/aws/eks-charts, stable/aws-efa-k8s-device-plugin",
        "2026-07-21");

    /// <summary>AWS' device plugin for Inferentia and Trainium.</summary>
    public static readonly ChartPin Neuron = new(
        "neuron-helm-chart",
        "oci://public.ecr.aws/neuron/neuron-helm-chart",
        "1.9.0",
        "github.com/aws-neuron/neuron-helm-charts, release 1.9.0, commit b77a6f9",
        "2026-07-10");

    /// <summary>
    /// AMD's Kubernetes device plugin; amd64 only. Its chart selects nodes by one set of exact labels, which can't name several pools, so that we write the daemon set.
    /// </summary>
    public static readonly ImagePin AmdDevicePlugin = new(
        "docker.io/rocm/k8s-device-plugin", "1.31.0.9", "github.com/ROCm/k8s-device-plugin, tag v1.31.0.9; helm/amd-gpu 0.21.0, values.yaml at ed764684", "2025-12-24");

    /// <summary>
    /// Intel's Kubernetes device plugin for Gaudi; amd64 only. The public sources end at 1.16.0, from before Gaudi 3; later images are known from Intel's documents alone.
    /// </summary>
    public static readonly ImagePin GaudiDevicePlugin = new(
        "vault.habana.ai/docker-k8s-device-plugin/docker-k8s-device-plugin",
        "1.22.1-6",
        "Intel AI for Enterprise Inference, troubleshooting guide, section 5, which recommends it for Gaudi 3; github.com/HabanaAI/habanalabs-k8s-device-plugin",
        "2026-11");

    /// <summary>Cluster Autoscaler's chart; the image comes from <see cref="ClusterAutoscalerImages"/>.</summary>
    public static readonly ChartPin ClusterAutoscaler = new(
        "cluster-autoscaler",
        "https://kubernetes.github.io/autoscaler",
        "9.59.0",
        "github.com/kubernetes/autoscaler, tag cluster-autoscaler-chart-9.59.0",
        "2026-07-13");

    /// <summary>Karpenter's controller; Kubernetes 1.30 to 1.36 (karpenter.sh, "Compatibility").</summary>
    public static readonly ChartPin Karpenter = new(
        "karpenter",
        "oci://public.ecr.aws/karpenter/karpenter",
        "1.14.1",
        "github.com/aws/karpenter-provider-aws, tag v1.14.1, charts/karpenter",
        "2026-07-10")
    {
        NewestKubernetes = "1.36",
    };

    /// <summary>Karpenter's custom resource definitions; always of the controller's version.</summary>
    public static readonly ChartPin KarpenterCrd = new(
        "karpenter-crd",
        "oci://public.ecr.aws/karpenter/karpenter-crd",
        "1.14.1",
        "github.com/aws/karpenter-provider-aws, tag v1.14.1, charts/karpenter-crd",
        "2026-07-10");

    /// <summary>The last branch of NVIDIA's driver for Volta (V100).</summary>
    public static readonly DriverPin NvidiaDriverForVolta = new(
        580, "docs.nvidia.com/datacenter/tesla/drivers, \"Supported Drivers and CUDA Toolkit Versions\": a long-term branch until August 2028", "2026-11")
    {
        EndOfSupport = "2028-08",
    };

    /// <summary>A container that does nothing, for pods that only hold a place.</summary>
    public static readonly ImagePin Pause = new(
        "registry.k8s.io/pause", "3.10.1", "PauseVersion in cmd/kubeadm/app/constants of Kubernetes 1.35.8, as quoted in public tests and upgrade notes; containerd 2.2 has the same default", "2026-11");

    /// <summary>NodeLocal DNSCache.</summary>
    public static readonly ImagePin NodeLocalDnsCache = new(
        "registry.k8s.io/dns/k8s-dns-node-cache", "1.26.8", "github.com/kubernetes/dns, release 1.26.8, as public manifests have it; Kubernetes' own manifest has 1.26.4", "2026-11");
}
