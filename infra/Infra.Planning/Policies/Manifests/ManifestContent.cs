using System.Collections.Immutable;

namespace Infra.Planning.Policies.Manifests;

/// <summary>What files of manifests hold.</summary>
/// <param name="Input">The objects, in the form of a plan.</param>
/// <param name="Problems">What can't be read, each as <c>file:line: why</c>; where there are some nothing should be judged.</param>
/// <param name="LeftOut">Documents that are no Kubernetes objects at all, each as <c>file:line</c>.</param>
public sealed record ManifestContent(PolicyInput Input, ImmutableArray<string> Problems, ImmutableArray<string> LeftOut);
