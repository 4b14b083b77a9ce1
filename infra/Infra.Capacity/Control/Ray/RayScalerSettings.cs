namespace Infra.Capacity.Control;

/// <summary><c>autoscaling_config</c> of a deployment of Ray Serve.</summary>
public sealed record RayScalerSettings
{
    private const long Second = 1_000_000;

    /// <summary>Fewest replicas.</summary>
    public required int Min { get; init; }

    /// <summary>Most replicas.</summary>
    public required int Max { get; init; }

    /// <summary>Requests that one replica is to have in work and waiting (<c>target_ongoing_requests</c>).</summary>
    public required double TargetOngoing { get; init; }

    /// <summary>How long more are asked for before they come (<c>upscale_delay_s</c>, 30 s by default).</summary>
    public long UpscaleDelayMicros { get; init; } = 30 * Second;

    /// <summary>How long fewer are asked for before they go (<c>downscale_delay_s</c>, 600 s by default).</summary>
    public long DownscaleDelayMicros { get; init; } = 600 * Second;

    /// <summary>Over how long requests are averaged (<c>look_back_period_s</c>, 30 s by default).</summary>
    public long LookBackMicros { get; init; } = 30 * Second;

    /// <summary>Time between two looks; Ray looks every 0.1 s, at what replicas report every 10 s (<c>metrics_interval_s</c>).</summary>
    public long IntervalMicros { get; init; } = 10 * Second;
}
