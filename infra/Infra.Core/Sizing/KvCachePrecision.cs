using Infra.Core.Configuration;

namespace Infra.Core.Sizing;

/// <summary>The format of the KV cache.</summary>
public enum KvCachePrecision
{
    /// <summary>What the model computes in: 16 bits, or 32 for weights in fp32.</summary>
    [WireName("auto")]
    Auto,

    /// <summary>8-bit floating point: half of the memory, a little less exact.</summary>
    [WireName("fp8")]
    Fp8,
}
