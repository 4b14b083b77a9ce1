namespace Pulumi.Tests.Harness;

/// <summary>A resource of any type without outputs.</summary>
internal sealed class AnyResource(string type, string name, ResourceArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource(type, name, args, options);
