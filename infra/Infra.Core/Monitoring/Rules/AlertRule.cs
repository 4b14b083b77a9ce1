namespace Infra.Core.Monitoring.Rules;

/// <summary>An alert.</summary>
public sealed record AlertRule : Rule
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How much it hurries.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How long the expression has to hold before the alert fires.</summary>
    public required TimeSpan For { get; init; }

    /// <summary>One line that says what happens, and to whom.</summary>
    public required string Summary { get; init; }

    /// <summary>The numbers: what was measured and what is allowed; templates of Prometheus may stand in it.</summary>
    public required string Description { get; init; }

    /// <summary>The page that says what to do.</summary>
    public required Runbook Runbook { get; init; }
}
