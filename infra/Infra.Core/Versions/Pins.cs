namespace Infra.Core.Versions;

/// <summary>
/// Every version that the stacks use of what others publish, with its source. Nothing floats: a version changes only
/// here, and a preview shows what the change does.
/// </summary>
public static class Pins
{
    /// <summary>Kubernetes 1.34; leaves standard support in December 2026, so that it is for clusters that are there already.</summary>
    public static readonly KubernetesPin Kubernetes134 = new(
        "1.34", "EKS user guide, kubernetes-versions, release calendar (github.com/awsdocs/amazon-eks-user-guide at 01385604)", "2025-10")
    {
        EndOfSupport = "2026-12-02",
        EndOfExtendedSupport = "2027-12-02",
    };

    /// <summary>Kubernetes 1.35.</summary>
    public static readonly KubernetesPin Kubernetes135 = new(
        "1.35", "endoflife.date/amazon-eks, which reads the release calendar of the EKS user guide; the same in AWS' EKS operation review", "2026-04-24")
    {
        EndOfSupport = "2027-03-27",
        EndOfExtendedSupport = "2028-03-27",
    };

    /// <summary>TensorFlow Serving for CPU nodes.</summary>
    public static readonly ImagePin TensorFlowServing = new(
        "docker.io/tensorflow/serving", "2.19.1", "github.com/tensorflow/serving, release 2.19.1", "2026-11");

    /// <summary>TensorFlow Serving with CUDA; published for amd64 only.</summary>
    public static readonly ImagePin TensorFlowServingGpu = new(
        "docker.io/tensorflow/serving", "2.19.1-gpu", "github.com/tensorflow/serving, release 2.19.1", "2026-11");

    /// <summary>NVIDIA Triton, for GPUs and CPUs. The newest whose CUDA (13.0.2) was made for driver branch 580, which the EKS AMIs have; 26.03 and later want 590.</summary>
    public static readonly ImagePin Triton = new(
        "nvcr.io/nvidia/tritonserver", "26.02-py3", "github.com/triton-inference-server/server, branch r26.02, README.md; CUDA and driver: branch r26.07, docs/introduction/compatibility.md", "2026-02-24");

    /// <summary>NVIDIA Triton for Volta, which later releases don't run on.</summary>
    public static readonly ImagePin TritonForVolta = new(
        "nvcr.io/nvidia/tritonserver", "24.01-py3", "github.com/triton-inference-server/server, branch r24.01, README.md", "2024-01");

    /// <summary>vLLM with CUDA 13.0, for driver branch 580 and later (vllm-project/vllm, issues/42738: CUDA 13 is the default since 0.20).</summary>
    public static readonly ImagePin Vllm = new(
        "docker.io/vllm/vllm-openai", "v0.24.0", "github.com/gpustack/runner, pull/193; tags of Docker Hub as public manifests have them", "2026-07-01");

    /// <summary>vLLM for Volta: what comes later needs Turing.</summary>
    public static readonly ImagePin VllmForVolta = new(
        "docker.io/vllm/vllm-openai", "v0.8.5", "github.com/vllm-project/production-stack, tutorials/25-v100-legacy-gpu-deployment.md", "2026-07");

    /// <summary>
    /// AWS CLI, which copies a model from S3 before the server starts. EKS Pod Identity needs 2.15.0 or newer
    /// (EKS user guide, pod-id-minimum-sdk).
    /// </summary>
    public static readonly ImagePin AwsCli = new(
        "public.ecr.aws/aws-cli/aws-cli", "2.37.1", "Amazon ECR Public, aws-cli/aws-cli", "2026-11");

    /// <summary>curl with BusyBox, which fetches a model archive over HTTPS before the server starts.</summary>
    public static readonly ImagePin Curl = new(
        "docker.io/curlimages/curl", "8.17.0", "Docker Hub, curlimages/curl", "2026-11");

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
        "2026-07-10");

    /// <summary>Karpenter's custom resource definitions; always of the controller's version.</summary>
    public static readonly ChartPin KarpenterCrd = new(
        "karpenter-crd",
        "oci://public.ecr.aws/karpenter/karpenter-crd",
        "1.14.1",
        "github.com/aws/karpenter-provider-aws, tag v1.14.1, charts/karpenter-crd",
        "2026-07-10");

    /// <summary>A container that does nothing, for pods that only hold a place.</summary>
    public static readonly ImagePin Pause = new(
        "registry.k8s.io/pause", "3.10.1", "PauseVersion in cmd/kubeadm/app/constants of Kubernetes 1.35.8, as quoted in public tests and upgrade notes; containerd 2.2 has the same default", "2026-11");

    /// <summary>KServe's server of scikit-learn, XGBoost and LightGBM.</summary>
    public static readonly ImagePin PredictiveServer = new(
        "docker.io/kserve/predictiveserver", "v0.20.0", "github.com/kserve/kserve, tag v0.20.0, charts/kserve-runtime-configs, values.yaml and files/runtimes/clusterservingruntimes-patch.yaml", "2026-08-06");

    /// <summary>NodeLocal DNSCache.</summary>
    public static readonly ImagePin NodeLocalDnsCache = new(
        "registry.k8s.io/dns/k8s-dns-node-cache", "1.26.8", "github.com/kubernetes/dns, release 1.26.8, as public manifests have it; Kubernetes' own manifest has 1.26.4", "2026-11");

    /// <summary>OpenResty (nginx with Lua and a client for Redis) on Alpine, which has the certificates of public authorities.</summary>
    public static readonly ImagePin OpenResty = new(
        "docker.io/openresty/openresty", "1.31.1.1-3-alpine", "tags of Docker Hub as public repositories pin them in autumn 2026; github.com/openresty/docker-openresty for their form", "2026-11");

    /// <summary>Valkey, the successor of Redis under a free licence.</summary>
    public static readonly ImagePin Valkey = new(
        "docker.io/valkey/valkey", "8.1.9-alpine", "github.com/valkey-io/valkey, release 8.1.9, as public manifests have it in September 2026", "2026-11");

    /// <summary>cert-manager, which KServe's chart takes the certificate of its webhooks from.</summary>
    public static readonly ChartPin CertManager = new(
        "cert-manager",
        "https://charts.jetstack.io",
        "v1.21.1",
        "github.com/cert-manager/cert-manager, tag v1.21.1, deploy/charts/cert-manager",
        "2026-07-29");

    /// <summary>Envoy Gateway, with the definitions of the Gateway API v1.6.1 and of its own.</summary>
    public static readonly ChartPin EnvoyGateway = new(
        "gateway-helm",
        "oci://docker.io/envoyproxy/gateway-helm",
        "v1.9.0",
        "github.com/envoyproxy/gateway, tag v1.9.0, charts/gateway-helm",
        "2026-08-15");

    /// <summary>
    /// Envoy AI Gateway, which makes Envoy Gateway understand InferencePools. It asks for Envoy Gateway 1.8.1 or later (site/docs/compatibility.md and site/docs/_vars.json there).
    /// </summary>
    public static readonly ChartPin AiGateway = new(
        "ai-gateway-helm",
        "oci://docker.io/envoyproxy/ai-gateway-helm",
        "v1.1.0",
        "github.com/envoyproxy/ai-gateway, tag v1.1.0, manifests/charts/ai-gateway-helm",
        "2026-08-21");

    /// <summary>Definitions of <see cref="AiGateway"/>.</summary>
    public static readonly ChartPin AiGatewayCrds = new(
        "ai-gateway-crds-helm",
        "oci://docker.io/envoyproxy/ai-gateway-crds-helm",
        AiGateway.Version,
        "github.com/envoyproxy/ai-gateway, tag v1.1.0, manifests/charts/ai-gateway-crds-helm",
        AiGateway.AsOf);

    /// <summary>The endpoint picker of llm-d, which the inference extension's own has moved to.</summary>
    public static readonly ImagePin EndpointPicker = new(
        "ghcr.io/llm-d/llm-d-router-endpoint-picker", "v0.10.0", "github.com/llm-d/llm-d-router, tag v0.10.0, config/charts/routerlib/values.yaml", "2026-08-17");

    /// <summary>AWS Load Balancer Controller.</summary>
    public static readonly ChartPin LoadBalancerController = new(
        "aws-load-balancer-controller",
        "https://aws.github.io/eks-charts",
        "3.5.0",
        "github.com/aws/eks-charts, stable/aws-load-balancer-controller at 5239609",
        "2026-08-03");

    /// <summary>ExternalDNS (v0.21.0): records of hosts in Route 53.</summary>
    public static readonly ChartPin ExternalDns = new(
        "external-dns",
        "https://kubernetes-sigs.github.io/external-dns/",
        "1.21.1",
        "github.com/kubernetes-sigs/external-dns, tag external-dns-helm-chart-1.21.1, charts/external-dns",
        "2026-04-30");

    /// <summary>KServe's controller; without the one of <c>LLMInferenceService</c>, which has a chart of its own.</summary>
    public static readonly ChartPin KServe = new(
        "kserve-resources",
        "oci://ghcr.io/kserve/charts/kserve-resources",
        "v0.20.0",
        "github.com/kserve/kserve, tag v0.20.0, charts/kserve-resources",
        "2026-08-06");

    /// <summary>KServe's custom resource definitions; always of the controller's version.</summary>
    public static readonly ChartPin KServeCrd = new(
        "kserve-crd",
        "oci://ghcr.io/kserve/charts/kserve-crd",
        "v0.20.0",
        "github.com/kserve/kserve, tag v0.20.0, charts/kserve-crd",
        "2026-08-06");

    /// <summary>KServe's controller of language models; always of <see cref="KServe"/>'s version, which brings its configuration.</summary>
    public static readonly ChartPin KServeLlm = new(
        "kserve-llmisvc-resources",
        "oci://ghcr.io/kserve/charts/kserve-llmisvc-resources",
        "v0.20.0",
        "github.com/kserve/kserve, tag v0.20.0, charts/kserve-llmisvc-resources",
        "2026-08-06");

    /// <summary>Custom resource definitions of <see cref="KServeLlm"/>; always of its version.</summary>
    public static readonly ChartPin KServeLlmCrd = new(
        "kserve-llmisvc-crd",
        "oci://ghcr.io/kserve/charts/kserve-llmisvc-crd",
        "v0.20.0",
        "github.com/kserve/kserve, tag v0.20.0, charts/kserve-llmisvc-crd",
        "2026-08-06");

    /// <summary>KubeRay's operator.</summary>
    public static readonly ChartPin KubeRay = new(
        "kuberay-operator",
        "https://ray-project.github.io/kuberay-helm/",
        "1.7.0",
        "github.com/ray-project/kuberay, tag v1.7.0, helm-chart/kuberay-operator",
        "2026-08-19");

    /// <summary>Kubernetes' vertical pod autoscaler 1.7.1, of which only the recommender is used.</summary>
    public static readonly ChartPin VerticalPodAutoscaler = new(
        "vertical-pod-autoscaler",
        "https://kubernetes.github.io/autoscaler",
        "0.11.0",
        "github.com/kubernetes/autoscaler, tag vertical-pod-autoscaler-chart-0.11.0",
        "2026-07-26");

    /// <summary>LeaderWorkerSet's controller. The chart in the sources says 0.1.0, and is published with the version of the release.</summary>
    public static readonly ChartPin LeaderWorkerSet = new(
        "lws",
        "oci://registry.k8s.io/lws/charts/lws",
        "0.10.0",
        "github.com/kubernetes-sigs/lws, tag v0.10.0, charts/lws",
        "2026-08-11");

    /// <summary>The image of that controller: the chart's own default floats.</summary>
    public static readonly ImagePin LeaderWorkerSetManager = new(
        "registry.k8s.io/lws/lws", "v0.10.0", "github.com/kubernetes-sigs/lws, tag v0.10.0, charts/lws/Chart.yaml, appVersion", "2026-08-11");

    /// <summary>Ray Serve with vLLM, CUDA 12.8; amd64 only.</summary>
    public static readonly ImagePin RayLlm = new(
        "docker.io/rayproject/ray-llm", "2.52.0-py311-cu128", "github.com/ray-project/kuberay, tag v1.7.0, ray-operator/config/samples/ray-service.llm-serve.yaml", "2026-08-19");

    /// <summary>KEDA: scales workloads and Jobs by queues and other events.</summary>
    public static readonly ChartPin Keda = new(
        "keda", "https://kedacore.github.io/charts", "2.20.2", "github.com/kedacore/charts, keda at 1444d00", "2026-08-13");

    /// <summary>MLflow's server with database drivers and clients of object stores, which its plain image lacks; amd64 and arm64.</summary>
    public static readonly ImagePin Mlflow = new(
        "ghcr.io/mlflow/mlflow", "v3.17.0-full", "github.com/mlflow/mlflow, docker/README.md (variants since 3.9.0); the tag in public Dockerfiles that build on it", "2026-11");

    /// <summary>PostgreSQL of clusters without RDS. The Debian variant, whose initdb runs as any user (docker-library/docs, postgres, "Arbitrary --user Notes").</summary>
    public static readonly ImagePin Postgres = new(
        "docker.io/library/postgres", "17.11-bookworm", "Docker Hub, library/postgres, as public test suites pin it", "2026-11");

    /// <summary>TensorFlow with Python, which converts SavedModels; for CPU nodes, amd64.</summary>
    public static readonly ImagePin TensorFlow = new(
        "docker.io/tensorflow/tensorflow", "2.19.0", "the tag in several public Dockerfiles that build on it", "2026-11");

    /// <summary>
    /// PostgreSQL of RDS: the major version, within which RDS chooses the minor one and moves on in maintenance windows. It can't be created in its first minor versions any
    /// more.
    /// </summary>
    public static readonly EnginePin RdsPostgres = new("17", "Notice of AWS about RDS for PostgreSQL minor versions, which upgrades 17.1 to 17.4 to 17.7 or higher", "2026-05-30");
}
