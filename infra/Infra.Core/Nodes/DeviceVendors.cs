namespace Infra.Core.Nodes;

/// <summary>What is known of each kind of accelerator.</summary>
public static class DeviceVendors
{
    /// <summary>The extended resource that its device plugin advertises.</summary>
    public static string Resource(this DeviceVendor vendor) => vendor switch
    {
        DeviceVendor.Amd => ExtendedResources.AmdGpu,
        DeviceVendor.Gaudi => ExtendedResources.Gaudi,
        _ => ExtendedResources.NvidiaGpu,
    };

    /// <summary>Name for people, in the plural.</summary>
    public static string Name(this DeviceVendor vendor) => vendor switch
    {
        DeviceVendor.Amd => "AMD GPUs",
        DeviceVendor.Gaudi => "Gaudi accelerators",
        _ => "NVIDIA GPUs",
    };
}
