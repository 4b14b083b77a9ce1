namespace Infra.Core.Catalog;

/// <summary>The instruction set of a node; images and AMIs must match it.</summary>
public enum CpuArchitecture
{
    /// <summary>x86-64; <c>kubernetes.io/arch=amd64</c>.</summary>
    Amd64,

    /// <summary>64-bit Arm (Graviton); <c>kubernetes.io/arch=arm64</c>.</summary>
    Arm64,
}
