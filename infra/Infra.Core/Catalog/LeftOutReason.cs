namespace Infra.Core.Catalog;

/// <summary>Why an instance type doesn't match a query.</summary>
/// <param name="Criterion">The property of the query that it doesn't satisfy.</param>
/// <param name="Text">What it has instead, as a clause.</param>
public sealed record LeftOutReason(string Criterion, string Text);
