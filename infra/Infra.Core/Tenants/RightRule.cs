using System.Collections.Immutable;

namespace Infra.Core.Tenants;

/// <summary>A rule of a Kubernetes Role.</summary>
/// <param name="Group">API group; empty for the core.</param>
/// <param name="Resources">Resources in their plural, with subresources.</param>
/// <param name="Verbs">What may be done.</param>
public sealed record RightRule(string Group, ImmutableArray<string> Resources, ImmutableArray<string> Verbs);
