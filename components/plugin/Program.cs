using Infra.Components.Packaging;
using Pulumi.Experimental.Provider;

// Not ComponentProviderHost.Serve: that takes every component of an assembly, and one that Pulumi can't describe leaves all without a schema.
var version = typeof(PackagedComponents).Assembly.GetName().Version!.ToString(3);
var package = new Metadata(PackagedComponents.Package, Version: version, DisplayName: "GPU inference on Kubernetes");
await Provider.Serve(
    args, version, _ => new ComponentProvider(typeof(PackagedComponents).Assembly, package, [.. PackagedComponents.All]), CancellationToken.None);
