namespace Infra.Core.Versions;

/// <summary>An image of a chart, and the value that says where it is pulled from.</summary>
/// <param name="Key">Path of the value, with dots.</param>
/// <param name="Repository">Registry and repository that the chart, or its pin here, has.</param>
/// <param name="IsRegistry">Whether the value holds the registry alone; else registry and repository.</param>
public sealed record ChartImage(string Key, string Repository, bool IsRegistry = false)
{
    /// <summary>What the value is where nobody set it.</summary>
    public string Default => IsRegistry ? Repository[..Repository.IndexOf('/', StringComparison.Ordinal)] : Repository;
}
