namespace Infra.Core.Monitoring.Dashboards.Inference;

/// <summary>What an environment has that can be shown; a panel of what it hasn't would be empty for ever.</summary>
public sealed record DashboardScope
{
    /// <summary>Whether a pool has accelerators.</summary>
    public bool Gpus { get; init; }

    /// <summary>Whether the DCGM exporter tells how these are used.</summary>
    public bool GpuUse { get; init; }

    /// <summary>Whether a model is a language model.</summary>
    public bool LanguageModels { get; init; }

    /// <summary>Whether a model's runtime tells how many requests wait.</summary>
    public bool Waiting { get; init; }

    /// <summary>Whether a model's runtime tells how many requests are in work.</summary>
    public bool Running { get; init; }

    /// <summary>Whether a model's runtime tells how large its batches are.</summary>
    public bool Batches { get; init; }

    /// <summary>Whether a model has a tenant.</summary>
    public bool Tenants { get; init; }

    /// <summary>Where the pools' prices come from, such as <c>us-east-1; read 2026-07-20</c>; null where no price is known.</summary>
    public string? Prices { get; init; }

    /// <summary>Whether logs are kept in Loki.</summary>
    public bool Logs { get; init; }
}
