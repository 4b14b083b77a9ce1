namespace Pulumi;

/// <summary>The engine-side kind. Kept in the options only: neither mocks nor the embedded engine call it.</summary>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);
