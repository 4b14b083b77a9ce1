using Infra.LoadTesting.Results;

namespace Infra.LoadTesting.Reports;

/// <summary>One run of several that are shown beside each other.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Address">What was asked, without what may be secret in an address.</param>
/// <param name="Load">How, in words.</param>
/// <param name="Concurrency">The users of a closed loop; null for an open one.</param>
/// <param name="Result">What came out.</param>
public sealed record Measurement(string Label, string Address, string Load, int? Concurrency, LoadResult Result);
