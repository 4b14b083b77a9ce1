using System.Collections.Immutable;

namespace Infra.Core.Catalog;

/// <summary>Facts of one kind, which were all read at the same places.</summary>
/// <param name="Name">The kind, for example <c>maxPods</c>; prices are not among them, each names its own source.</param>
/// <param name="Sources">Where they were read, at least one.</param>
public sealed record FactGroup(string Name, ImmutableArray<FactSource> Sources);
