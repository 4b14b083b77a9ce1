using Infra.Core.Configuration;

namespace Infra.Core.Catalog;

/// <summary>A number format of weights and arithmetic, from the widest to the narrowest.</summary>
public enum Precision
{
    /// <summary>32-bit floating point.</summary>
    [WireName("fp32")]
    Fp32,

    /// <summary>16-bit floating point, IEEE.</summary>
    [WireName("fp16")]
    Fp16,

    /// <summary>16-bit floating point with the range of 32 bits; NVIDIA from Ampere on.</summary>
    [WireName("bf16")]
    Bf16,

    /// <summary>8-bit floating point; NVIDIA from Ada Lovelace on.</summary>
    [WireName("fp8")]
    Fp8,

    /// <summary>4-bit floating point; NVIDIA from Blackwell on.</summary>
    [WireName("fp4")]
    Fp4,
}
