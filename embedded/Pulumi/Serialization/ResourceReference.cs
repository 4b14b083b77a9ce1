namespace Pulumi.Serialization;

/// <summary>A resource as a value. Mocks see a resource object for it; the embedded engine a URN.</summary>
internal sealed record ResourceReference(string Urn);
