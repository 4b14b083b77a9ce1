using Infra.Core.Registries;

namespace Infra.Core.Tests.Registries;

public sealed class RegistryImageTests
{
    [Theory]
    [InlineData("docker.io/library/postgres", "17.11", "https://registry-1.docker.io/v2/library/postgres/manifests/17.11")]
    [InlineData("registry.k8s.io/kueue/kueue", "v0.19.2", "https://registry.k8s.io/v2/kueue/kueue/manifests/v0.19.2")]
    [InlineData("nvcr.io/nvidia/tritonserver", "26.02-py3", "https://nvcr.io/v2/nvidia/tritonserver/manifests/26.02-py3")]
    public void A_manifest_stands_at_the_registry_of_the_reference(string repository, string tag, string address) =>
        Assert.Equal(address, RegistryImage.Of(repository, tag).Manifest.AbsoluteUri);
}
