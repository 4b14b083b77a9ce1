using Infra.Core.Catalog;

namespace Infra.Core.Models;

/// <summary>What a format of weights takes and where it runs.</summary>
public static class WeightPrecisions
{
    /// <summary>Every format, widest first.</summary>
    public static IReadOnlyList<WeightPrecision> All { get; } = Enum.GetValues<WeightPrecision>();

    /// <summary>The name in configuration and messages.</summary>
    public static string Name(this WeightPrecision precision) => precision switch
    {
        WeightPrecision.Fp32 => "fp32",
        WeightPrecision.Bf16 => "bf16",
        WeightPrecision.Fp16 => "fp16",
        WeightPrecision.Fp8 => "fp8",
        WeightPrecision.Int8 => "int8",
        WeightPrecision.Int4 => "int4",
        WeightPrecision.Mxfp4 => "mxfp4",
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, null),
    };

    /// <summary>Bits of one parameter; see <see cref="IsFloor"/>.</summary>
    public static int BitsPerParameter(this WeightPrecision precision) => precision switch
    {
        WeightPrecision.Fp32 => 32,
        WeightPrecision.Bf16 or WeightPrecision.Fp16 => 16,
        WeightPrecision.Fp8 or WeightPrecision.Int8 => 8,
        _ => 4,
    };

    /// <summary>
    /// True where parameters × bits is less than a checkpoint has: scales come on top, and embeddings, norms and router stay in 16 bits. A figure
    /// made of it is a floor.
    /// </summary>
    public static bool IsFloor(this WeightPrecision precision) => precision.BitsPerParameter() < 16;

    /// <summary>Bits of one element of the KV cache where nobody asks for another format: those that the model computes in.</summary>
    public static int KvCacheBits(this WeightPrecision precision) => precision == WeightPrecision.Fp32 ? 32 : 16;

    /// <summary>
    /// Whether a GPU runs the format. INT8 and INT4 as vLLM's table of quantisation kernels has them (docs.vllm.ai, v0.15.1,
    /// <c>features/quantization</c>): W8A8 from Turing to Hopper (docs.vllm.ai, "INT8 W8A8", Blackwell GPU limitation), GPTQ from Volta on; MXFP4 needs bfloat16 for the rest of the model. FP8 means that the GPU computes in it: vLLM also runs FP8
    /// checkpoints on older GPUs, weights only, which saves memory and no time; such a choice is not offered.
    /// </summary>
    /// <param name="precision">The format.</param>
    /// <param name="gpu">An NVIDIA GPU.</param>
    public static bool RunsOn(this WeightPrecision precision, AcceleratorModel gpu)
    {
        ArgumentNullException.ThrowIfNull(gpu);
        return precision switch
        {
            WeightPrecision.Fp32 => gpu.Precisions.Contains(Precision.Fp32),
            WeightPrecision.Bf16 or WeightPrecision.Mxfp4 => gpu.Precisions.Contains(Precision.Bf16),
            WeightPrecision.Fp16 => gpu.Precisions.Contains(Precision.Fp16),
            WeightPrecision.Fp8 => gpu.Precisions.Contains(Precision.Fp8),
            WeightPrecision.Int8 => gpu.ComputeCapability is >= 7.5m and < 10.0m,
            _ => gpu.ComputeCapability >= 7.0m,
        };
    }
}
