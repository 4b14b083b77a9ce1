using Infra.Core.Configuration;

namespace Infra.Core.Serving;

/// <summary>How weights are quantised, other than the catalogue has the model.</summary>
public enum QuantizationMethod
{
    /// <summary>16-bit weights become FP8 while they are loaded.</summary>
    [WireName("fp8")]
    Fp8,

    /// <summary>16-bit weights become 4-bit numbers while they are loaded (bitsandbytes).</summary>
    [WireName("bitsandbytes")]
    BitsAndBytes,

    /// <summary>A checkpoint in AWQ's 4-bit format.</summary>
    [WireName("awq")]
    Awq,

    /// <summary>A checkpoint in GPTQ's format.</summary>
    [WireName("gptq")]
    Gptq,
}
