using Infra.Core.Catalog;

namespace Infra.Core.Tests.Catalog;

public sealed class AmiAliasTests
{
    [Theory]
    [InlineData("AL2023_x86_64_NVIDIA", "1.34.2-20260917", "al2023@v20260917")]
    [InlineData("AL2023_ARM_64_NVIDIA", "1.34.2-20260917", "al2023@v20260917")]
    [InlineData("BOTTLEROCKET_x86_64_NVIDIA", "1.26.1-943d9a41", "bottlerocket@v1.26.1")]
    [InlineData("AL2023_x86_64_NEURON", "v20260903", "al2023@v20260903")]
    [InlineData("BOTTLEROCKET_x86_64_NVIDIA", "v1.26.1", "bottlerocket@v1.26.1")]
    [InlineData("BOTTLEROCKET_x86_64_NVIDIA", "v20260903", null)]
    [InlineData("AL2023_x86_64_NVIDIA", "v1.26.1", null)]
    [InlineData("BOTTLEROCKET_x86_64_NVIDIA", "latest", null)]
    [InlineData("AL2023_x86_64_NVIDIA", "1.26.1-943d9a41", null)]
    [InlineData("AL2_x86_64_GPU", "1.34.2-20260917", null)]
    public void A_release_has_the_name_that_Karpenter_gives_it(string ami, string release, string? alias)
    {
        Assert.True(AmiTypes.TryGet(ami, out var type));
        Assert.Equal(alias, AmiAlias.Of(type, release));
    }
}
