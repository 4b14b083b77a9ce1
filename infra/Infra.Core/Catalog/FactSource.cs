namespace Infra.Core.Catalog;

/// <summary>Where facts of the catalogue were read.</summary>
/// <param name="Id">The name by which the data refers to it.</param>
/// <param name="Site">A public repository on GitHub, <c>owner/name</c>, or the host of a page.</param>
/// <param name="Path">File, issue or pull request of the repository; path of the page.</param>
/// <param name="Commit">Abbreviated commit that was read; null for what has none.</param>
/// <param name="Date">Day of the commit, of the page or of the generation of its data; null where not known.</param>
/// <param name="Note">What it says and what it does not.</param>
public sealed record FactSource(string Id, string Site, string Path, string? Commit, DateOnly? Date, string Note);
