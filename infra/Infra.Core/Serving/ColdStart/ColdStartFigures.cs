using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Serving.ColdStart;

/// <summary>
/// Published figures that cold starts are made of; all read until 2026-11-22. Of a span the slow end is taken, because probes and deadlines follow from them; where a source says "up to", the safety factor has to cover the rest.
/// </summary>
public static class ColdStartFigures
{
    private const long Gigabyte = 1_000_000_000;

    // 16.06 GB, the total of its checkpoint.
    private static readonly ByteSize Llama3 = new(16_060_522_496);

    private static readonly FactSource ContainerCache = new(
        "ml-container-cache", "aws-ia/terraform-aws-eks-blueprints", "patterns/ml-container-cache/README.md", "be48f99e", null, "PyTorch image of 20.4 GB, 9.5 GB compressed, with and without a volume that has it");

    private static readonly FactSource CacheAwareRouting = new(
        "llm-d-cache-aware-routing", "awslabs/ai-on-eks", "infra/solutions/llm-d-cache-aware-routing/README.md", null, null, "about 15 GB of weights: Hugging Face 10 to 20 min, S3 in the same region 3 to 5 min, cache on the node 1 to 2 min");

    private static readonly FactSource ModelStreamer = new(
        "runai-model-streamer", "developer.nvidia.com", "blog/reducing-cold-start-latency-for-llm-inference-with-nvidia-runai-model-streamer", null, null, "Llama 3 8B on g5.12xlarge, gp3 volume; from S3 it was faster still (run-ai/runai-model-streamer, issues/67)");

    private static readonly FactSource VllmColdStart = new(
        "vllm-cold-start", "vllm-project/vllm", "issues/44881", null, new DateOnly(2026, 6, 8), "35B MoE in 4 bits, vLLM 0.22: container 16 s, weights 18 s, compilation 43 s, profiling and warm-up 210 s");

    /// <summary>A node of Karpenter, until it is ready.</summary>
    public static ColdStartFigure KarpenterNode { get; } = new(
        "node by Karpenter", 211, null, new FactSource("eks-workshop", "eksworkshop.com", "GenAI lab", null, null, "infrastructure ready after 211 s, inference after 312 s"));

    /// <summary>A node of a managed node group: our estimate; it is slower than Karpenter, which has no group to scale.</summary>
    public static ColdStartFigure ManagedNode { get; } = new("node of a managed node group", 300, null, null);

    /// <summary>Pull of an image by containerd, by compressed size.</summary>
    public static ColdStartFigure ImagePull { get; } = new("image pull", 334, new ByteSize(9_500_000_000), ContainerCache);

    /// <summary>The same by the SOCI snapshotter in parallel: up to half of the time.</summary>
    public static ColdStartFigure ImageParallelPull { get; } = ImagePull with
    {
        What = "image pull in parallel",
        Seconds = ImagePull.Seconds / 2,
        Source = new FactSource("soci-parallel-pull", "aws-samples/karpenter-blueprints", "blueprints/soci-snapshotter/README.md", "cc0bf71f", null, "parallel pull and unpack takes up to 50 % off the pull of large images"),
    };

    /// <summary>Start from an image that the node has.</summary>
    public static ColdStartFigure ImageOnNode { get; } = new("image on the node", 5, null, ContainerCache);

    /// <summary>Copy from S3 in the node's region.</summary>
    public static ColdStartFigure S3Copy { get; } = new("copy from S3", 300, new ByteSize(15 * Gigabyte), CacheAwareRouting);

    /// <summary>Download from Hugging Face.</summary>
    public static ColdStartFigure HuggingFace { get; } = new("download from Hugging Face", 1200, new ByteSize(15 * Gigabyte), CacheAwareRouting);

    /// <summary>Download from any other public host: our estimate, 100 Mbit/s; such hosts promise nothing.</summary>
    public static ColdStartFigure Internet { get; } = ColdStartFigure.Rate("download from a public host", new ByteSize(12_500_000), null);

    /// <summary>Weights in a cache on the node's disks.</summary>
    public static ColdStartFigure NodeCache { get; } = new("cache on the node", 120, new ByteSize(15 * Gigabyte), CacheAwareRouting);

    /// <summary>Weights on EFS with elastic throughput, as vLLM reads them. What EFS promises one client is four times that: 1,500 MiB/s with the CSI driver.</summary>
    public static ColdStartFigure Efs { get; } = new(
        "EFS with elastic throughput", 2580, ByteSize.FromGibibytes(894),
        new FactSource("modelplane-efs", "modelplaneai/modelplane", "issues/204", null, new DateOnly(2026, 6, 18), "894 GiB in 43 min by vLLM on two p5en.48xlarge"));

    /// <summary>vLLM's own loader, from a fast gp3 volume.</summary>
    public static ColdStartFigure SafetensorsLoader { get; } = new("safetensors loader", 47.99m, Llama3, ModelStreamer);

    /// <summary>Run:ai Model Streamer, from a fast gp3 volume.</summary>
    public static ColdStartFigure StreamingLoader { get; } = new("streaming loader", 14.34m, Llama3, ModelStreamer);

    /// <summary>Start of vLLM's process, until it reads weights.</summary>
    public static ColdStartFigure VllmProcess { get; } = new("vLLM process", 16, null, VllmColdStart);

    /// <summary>Compilation by torch.compile; 5 s where a cache of it outlives the pod.</summary>
    public static ColdStartFigure VllmCompilation { get; } = new("torch.compile", 43, null, VllmColdStart);

    /// <summary>Memory profiling, warm-up and capture of CUDA graphs: between 34 s for 1B parameters (vllm-project/vllm, issues/20264) and this.</summary>
    public static ColdStartFigure VllmWarmUp { get; } = new("profiling and CUDA graphs", 210, null, VllmColdStart);

    /// <summary>Everything that vLLM does beside reading weights.</summary>
    public static IReadOnlyList<ColdStartFigure> Vllm { get; } = [VllmProcess, VllmCompilation, VllmWarmUp];
}
