using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Core.Catalog;

/// <summary>
/// The AMI types this project knows: those for NVIDIA GPUs, for Neuron devices and for plain nodes, and the ones that died, so that a message can say so. Names from the
/// EKS service model, read 2026-11-21; device plugins and the end of AL2 from the amazon-eks-ami and Bottlerocket documentation, read 2026-08.
/// </summary>
public static class AmiTypes
{
    private const string EndOfAl2 = "AWS stopped publishing Amazon Linux 2 images for EKS on 2025-11-26";

    /// <summary>Every known type, retired ones last.</summary>
    public static ImmutableArray<AmiType> All { get; } =
    [
        Live("AL2023_x86_64_STANDARD", CpuArchitecture.Amd64, DevicePluginNeed.None),
        Live("AL2023_ARM_64_STANDARD", CpuArchitecture.Arm64, DevicePluginNeed.None),
        Live("AL2023_x86_64_NVIDIA", CpuArchitecture.Amd64, DevicePluginNeed.MustBeInstalled, "nvidia"),
        Live("AL2023_ARM_64_NVIDIA", CpuArchitecture.Arm64, DevicePluginNeed.MustBeInstalled, "nvidia"),
        Live("AL2023_x86_64_NEURON", CpuArchitecture.Amd64, DevicePluginNeed.MustBeInstalled, "aws"),
        Live("BOTTLEROCKET_x86_64", CpuArchitecture.Amd64, DevicePluginNeed.None),
        Live("BOTTLEROCKET_ARM_64", CpuArchitecture.Arm64, DevicePluginNeed.None),
        Live("BOTTLEROCKET_x86_64_NVIDIA", CpuArchitecture.Amd64, DevicePluginNeed.BroughtByImage, "nvidia"),
        Live("BOTTLEROCKET_ARM_64_NVIDIA", CpuArchitecture.Arm64, DevicePluginNeed.BroughtByImage, "nvidia"),
        Dead("AL2_x86_64", CpuArchitecture.Amd64, DevicePluginNeed.None, null, "AL2023_x86_64_STANDARD"),
        Dead("AL2_ARM_64", CpuArchitecture.Arm64, DevicePluginNeed.None, null, "AL2023_ARM_64_STANDARD"),
        Dead("AL2_x86_64_GPU", CpuArchitecture.Amd64, DevicePluginNeed.MustBeInstalled, "nvidia", "AL2023_x86_64_NVIDIA"),
    ];

    /// <summary>Finds a type by its exact name.</summary>
    /// <param name="name">The value in the EKS API.</param>
    /// <param name="type">The type, or null where the result is false.</param>
    public static bool TryGet(string name, [NotNullWhen(true)] out AmiType? type)
    {
        type = All.FirstOrDefault(candidate => candidate.Name == name);
        return type is not null;
    }

    /// <summary>The type for a node if nobody names one: Amazon Linux 2023 with the driver of its accelerator.</summary>
    /// <param name="architecture">The node's architecture.</param>
    /// <param name="driverFor">Maker of its accelerator; null without one.</param>
    /// <returns>The type, or null where EKS has none.</returns>
    public static AmiType? Default(CpuArchitecture architecture, string? driverFor) => All.FirstOrDefault(
        type => !type.IsBottlerocket && type.RetiredBecause is null && type.Architecture == architecture && type.DriverFor == driverFor);

    private static AmiType Live(string name, CpuArchitecture architecture, DevicePluginNeed plugin, string? driverFor = null) =>
        new() { Name = name, Architecture = architecture, DevicePlugin = plugin, DriverFor = driverFor };

    private static AmiType Dead(string name, CpuArchitecture architecture, DevicePluginNeed plugin, string? driverFor, string replacement) =>
        Live(name, architecture, plugin, driverFor) with { RetiredBecause = EndOfAl2, Replacement = replacement };
}
