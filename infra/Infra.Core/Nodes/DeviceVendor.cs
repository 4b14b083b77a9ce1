namespace Infra.Core.Nodes;

/// <summary>Accelerators that nodes which the stack doesn't launch may have.</summary>
public enum DeviceVendor
{
    /// <summary>NVIDIA GPUs.</summary>
    Nvidia,

    /// <summary>AMD GPUs, such as Instinct.</summary>
    Amd,

    /// <summary>Intel Gaudi.</summary>
    Gaudi,
}
