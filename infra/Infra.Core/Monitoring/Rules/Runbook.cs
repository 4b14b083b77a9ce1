namespace Infra.Core.Monitoring.Rules;

/// <summary>The page that says what to do.</summary>
/// <param name="Page">Name of the file in <c>docs/runbooks</c>, without <c>.md</c>.</param>
public sealed record Runbook(string Page)
{
    /// <summary>The page's place in this repository.</summary>
    public string Path => $"docs/runbooks/{Page}.md";

    /// <summary>The annotation that leads to it: an address where it is known under which the pages are read, else the path in the repository.</summary>
    /// <param name="address">Address of the folder of pages; null where nobody said one.</param>
    public (string Key, string Value) Annotation(string? address) => address is null ? ("runbook", Path) : ("runbook_url", $"{address.TrimEnd('/')}/{Page}.md");
}
