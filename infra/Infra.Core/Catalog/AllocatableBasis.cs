namespace Infra.Core.Catalog;

/// <summary>How well the memory of a node is known.</summary>
public enum AllocatableBasis
{
    /// <summary>Somebody read the memory that Linux sees on a real instance.</summary>
    Measured,

    /// <summary>Nominal memory less the share that Karpenter assumes the hypervisor and the kernel take.</summary>
    Estimated,
}
