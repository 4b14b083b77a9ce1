namespace Pulumi;

/// <summary>Called in a resource's constructor, for the resource and all its descendants; null changes nothing.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);
