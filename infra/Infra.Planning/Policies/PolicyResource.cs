using Infra.Planning.Model;

namespace Infra.Planning.Policies;

/// <summary>A resource as a report names it.</summary>
/// <param name="Name">For people: <c>Deployment serving/llama</c>, or type and name of the resource.</param>
/// <param name="Urn">Its URN.</param>
/// <param name="Location">File and line of a manifest, e.g. <c>gpu/llama.yaml:12</c>; null for a resource of a plan.</param>
public sealed record PolicyResource(string Name, Urn Urn, string? Location);
