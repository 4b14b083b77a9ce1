using Infra.Core.Catalog;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Catalog;

public sealed class AmiTypesTests
{
    [Theory]
    [InlineData("AL2023_x86_64_STANDARD", CpuArchitecture.Amd64, DevicePluginNeed.None, null)]
    [InlineData("AL2023_x86_64_NVIDIA", CpuArchitecture.Amd64, DevicePluginNeed.MustBeInstalled, "nvidia")]
    [InlineData("AL2023_ARM_64_NVIDIA", CpuArchitecture.Arm64, DevicePluginNeed.MustBeInstalled, "nvidia")]
    [InlineData("AL2023_x86_64_NEURON", CpuArchitecture.Amd64, DevicePluginNeed.MustBeInstalled, "aws")]
    [InlineData("BOTTLEROCKET_x86_64_NVIDIA", CpuArchitecture.Amd64, DevicePluginNeed.BroughtByImage, "nvidia")]
    [InlineData("BOTTLEROCKET_ARM_64_NVIDIA", CpuArchitecture.Arm64, DevicePluginNeed.BroughtByImage, "nvidia")]
    public void Knows_what_a_type_boots_on_and_who_brings_the_device_plugin(string name, CpuArchitecture architecture, DevicePluginNeed plugin, string? driverFor)
    {
        Assert.True(AmiTypes.TryGet(name, out var type));
        Assert.Equal(architecture, type.Architecture);
        Assert.Equal(plugin, type.DevicePlugin);
        Assert.Equal((driverFor, driverFor == "nvidia"), (type.DriverFor, type.HasNvidiaDriver));
        Assert.Null(type.RetiredBecause);
    }

    [Fact]
    public void The_dead_ones_say_why_and_what_to_use()
    {
        Assert.True(AmiTypes.TryGet("AL2_x86_64_GPU", out var dead));
        Assert.Equal("AWS stopped publishing Amazon Linux 2 images for EKS on 2025-11-26", dead.RetiredBecause);
        Assert.Equal("AL2023_x86_64_NVIDIA", dead.Replacement);

        Assert.All(AmiTypes.All.Where(type => type.RetiredBecause is not null), type =>
        {
            Assert.True(AmiTypes.TryGet(type.Replacement!, out var replacement));
            Assert.Null(replacement.RetiredBecause);
            Assert.Equal((type.Architecture, type.HasNvidiaDriver), (replacement.Architecture, replacement.HasNvidiaDriver));
        });
    }

    [Fact]
    public void Names_are_exact() => Assert.False(AmiTypes.TryGet("al2023_x86_64_nvidia", out _));

    [SkippableFact]
    public void EKS_accepts_every_name()
    {
        var accepted = SharedFacts.ReadJson("data/aws-enums.json")["services"]!["eks"]!["AMITypes"]!.Values<string>();

        Assert.Empty(AmiTypes.All.Select(type => type.Name).Except(accepted));
    }
}
