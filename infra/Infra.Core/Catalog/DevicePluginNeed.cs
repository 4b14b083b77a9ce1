namespace Infra.Core.Catalog;

/// <summary>Who announces the accelerators of a node to Kubernetes.</summary>
public enum DevicePluginNeed
{
    /// <summary>Nobody: the image has no accelerator driver.</summary>
    None,

    /// <summary>The image brings the device plugin; a second one must not be installed.</summary>
    BroughtByImage,

    /// <summary>A device plugin must be installed into the cluster.</summary>
    MustBeInstalled,
}
