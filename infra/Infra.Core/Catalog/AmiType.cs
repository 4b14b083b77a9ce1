namespace Infra.Core.Catalog;

/// <summary>A value of <c>amiType</c> of an EKS managed node group.</summary>
public sealed record AmiType
{
    /// <summary>The value in the EKS API, for example <c>AL2023_x86_64_NVIDIA</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The architecture of the instance types it boots on.</summary>
    public required CpuArchitecture Architecture { get; init; }

    /// <summary>Maker of the accelerators that it holds the driver for, as <see cref="AcceleratorModel.Manufacturer"/> names it; null without any.</summary>
    public string? DriverFor { get; init; }

    /// <summary>True if it holds the NVIDIA driver.</summary>
    public bool HasNvidiaDriver => DriverFor == "nvidia";

    /// <summary>Who announces its accelerators to Kubernetes.</summary>
    public required DevicePluginNeed DevicePlugin { get; init; }

    /// <summary>
    /// Device of the volume that holds images and pods' files: the root volume of AL2023, the second volume of
    /// Bottlerocket (bottlerocket-os/bottlerocket, README, "Default Volumes").
    /// </summary>
    public string ContainerStorageDevice => IsBottlerocket ? "/dev/xvdb" : "/dev/xvda";

    /// <summary>True for Bottlerocket, which takes settings instead of scripts.</summary>
    public bool IsBottlerocket => Name.StartsWith("BOTTLEROCKET_", StringComparison.Ordinal);

    /// <summary>Why it must not be used any more, as one clause for a message; null while AWS publishes it.</summary>
    public string? RetiredBecause { get; init; }

    /// <summary>The type to use instead of a retired one.</summary>
    public string? Replacement { get; init; }
}
