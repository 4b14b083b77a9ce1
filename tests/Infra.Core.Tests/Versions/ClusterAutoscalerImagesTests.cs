using Infra.Core.Versions;

namespace Infra.Core.Tests.Versions;

public sealed class ClusterAutoscalerImagesTests
{
    [Fact]
    public void Each_version_has_an_image_of_the_same_minor_version() => Assert.All(
        ClusterAutoscalerImages.Versions,
        version => Assert.StartsWith($"registry.k8s.io/autoscaling/cluster-autoscaler:v{version}.", ClusterAutoscalerImages.For(version)!.Reference, StringComparison.Ordinal));

    [Theory]
    [InlineData("1.28")]
    [InlineData("1.35.2")]
    [InlineData("")]
    public void Another_version_has_none(string version) => Assert.Null(ClusterAutoscalerImages.For(version));
}
