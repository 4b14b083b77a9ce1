using Pulumi;

namespace Infra.Components.Training;

/// <summary>When a training runs again.</summary>
public sealed class TrainingScheduleArgs : ResourceArgs
{
    /// <summary>Cron expression of five fields, e.g. <c>0 3 * * *</c>.</summary>
    [Input("cron", required: true)]
    public required string Cron { get; init; }

    /// <summary>Time zone of the expression by its IANA name, e.g. <c>Europe/Berlin</c>. Default: Etc/UTC.</summary>
    [Input("timeZone")]
    public string TimeZone { get; init; } = DefaultTimeZone;

    /// <summary>What a run does while the one before it goes on: <c>Forbid</c> skips it, <c>Replace</c> ends the old one, <c>Allow</c> runs both. Default: Forbid.</summary>
    [Input("concurrency")]
    public string Concurrency { get; init; } = DefaultConcurrency;

    /// <summary>Seconds that a run may start late, 10 or more; later it is skipped. Default: 3600.</summary>
    [Input("startingDeadlineSeconds")]
    public int StartingDeadlineSeconds { get; init; } = DefaultStartingDeadlineSeconds;

    /// <summary>Whether no run starts until this is false again. Default: false.</summary>
    [Input("suspend")]
    public bool Suspend { get; init; }

    /// <summary>Default of <see cref="TimeZone"/>.</summary>
    public const string DefaultTimeZone = "Etc/UTC";

    /// <summary>Default of <see cref="Concurrency"/>.</summary>
    public const string DefaultConcurrency = "Forbid";

    /// <summary>Default of <see cref="StartingDeadlineSeconds"/>.</summary>
    public const int DefaultStartingDeadlineSeconds = 3600;
}
