namespace Infra.Core.Versions;

/// <content>Runtimes of models, and what keeps models running.</content>
public static partial class Pins
{
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

    /// <summary>KServe's server of scikit-learn, XGBoost and LightGBM.</summary>
    public static readonly ImagePin PredictiveServer = new(
        "docker.io/kserve/predictiveserver", "v0.20.0", "github.com/kserve/kserve, tag v0.20.0, charts/kserve-runtime-configs, values.yaml and files/runtimes/clusterservingruntimes-patch.yaml", "2026-08-06");

    /// <summary>
    /// AWS CLI, which copies a model from S3 before the server starts. EKS Pod Identity needs 2.15.0 or newer
    /// (EKS user guide, pod-id-minimum-sdk).
    /// </summary>
    public static readonly ImagePin AwsCli = new(
        "public.ecr.aws/aws-cli/aws-cli", "2.37.1", "Amazon ECR Public, aws-cli/aws-cli", "2026-11");

    /// <summary>curl with BusyBox, which fetches a model archive over HTTPS before the server starts.</summary>
    public static readonly ImagePin Curl = new(
        "docker.io/curlimages/curl", "8.17.0", "Docker Hub, curlimages/curl", "2026-11");

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

    /// <summary>Ray Serve with vLLM, CUDA 12.8; amd64 only.</summary>
    public static readonly ImagePin RayLlm = new(
        "docker.io/rayproject/ray-llm", "2.52.0-py311-cu128", "github.com/ray-project/kuberay, tag v1.7.0, ray-operator/config/samples/ray-service.llm-serve.yaml", "2026-08-19");

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

    /// <summary>KEDA: scales workloads and Jobs by queues and other events.</summary>
    public static readonly ChartPin Keda = new(
        "keda", "https://kedacore.github.io/charts", "2.20.2", "github.com/kedacore/charts, keda at 1444d00", "2026-08-13");

    /// <summary>Kubernetes' vertical pod autoscaler 1.7.1, of which only the recommender is used.</summary>
    public static readonly ChartPin VerticalPodAutoscaler = new(
        "vertical-pod-autoscaler",
        "https://kubernetes.github.io/autoscaler",
        "0.11.0",
        "github.com/kubernetes/autoscaler, tag vertical-pod-autoscaler-chart-0.11.0",
        "2026-07-26");
}
