using System.Collections.Immutable;

namespace Infra.Core.Catalog;

/// <summary>An instance type that a query doesn't match.</summary>
/// <param name="Type">The type.</param>
/// <param name="Reasons">Everything that it lacks, in the order of the query.</param>
public sealed record LeftOut(InstanceType Type, ImmutableArray<LeftOutReason> Reasons);
