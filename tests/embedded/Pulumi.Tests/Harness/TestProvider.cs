namespace Pulumi.Tests.Harness;

internal sealed class TestProvider(string package, string name, CustomResourceOptions? options = null)
    : ProviderResource(package, name, ResourceArgs.Empty, options);
