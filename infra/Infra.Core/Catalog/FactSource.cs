namespace Infra.Core.Catalog;

/// <summary>Where facts of the catalogue were read.</summary>
/// <param name="Id">The name by which the data refers to it.</param>
/// <param name="Repository">Public repository, <c>owner/name</c>.</param>
/// <param name="Path">File or pull request in it.</param>
/// <param name="Commit">Abbreviated commit that was read; null for a pull request.</param>
/// <param name="Date">Day of the commit or of the generation of its data; null where not known.</param>
/// <param name="Note">What it says and what it does not.</param>
public sealed record FactSource(string Id, string Repository, string Path, string? Commit, DateOnly? Date, string Note);
