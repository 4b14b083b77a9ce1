using Infra.Core.Configuration;

namespace Infra.Core.Models;

/// <summary>The format that a model's weights are held in, from the widest to the narrowest.</summary>
public enum WeightPrecision
{
    /// <summary>32-bit floating point.</summary>
    [WireName("fp32")]
    Fp32,

    /// <summary>16-bit floating point with the range of 32 bits; NVIDIA from Ampere on.</summary>
    [WireName("bf16")]
    Bf16,

    /// <summary>16-bit floating point, IEEE.</summary>
    [WireName("fp16")]
    Fp16,

    /// <summary>8-bit floating point, weights and activations; NVIDIA from Ada Lovelace on.</summary>
    [WireName("fp8")]
    Fp8,

    /// <summary>8-bit integers, weights and activations (W8A8); NVIDIA from Turing to Hopper, not Blackwell.</summary>
    [WireName("int8")]
    Int8,

    /// <summary>4-bit integers in groups that share a scale (GPTQ, AWQ); arithmetic stays in 16 bits.</summary>
    [WireName("int4")]
    Int4,

    /// <summary>4-bit floating point in blocks of 32 that share a scale (OCP MX), as gpt-oss has its experts; the rest is bfloat16.</summary>
    [WireName("mxfp4")]
    Mxfp4,
}
