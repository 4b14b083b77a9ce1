using System.Collections.Immutable;
using Infra.Components.Training;
using Infra.Core.Batch;
using Infra.Core.Configuration;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Stacks.Configuration;

/// <summary>A training on one node or, with Ray, on many; once or by a schedule; or the conversion of a model.</summary>
public sealed record TrainingConfig : IConfigRules
{
    /// <summary>Name of the training and of its Kubernetes objects; unique among models, jobs and trainings.</summary>
    [Matches("[a-z]([a-z0-9-]*[a-z0-9])?", "a lower-case name of letters, digits and '-'")]
    [MaxLength(JobNames.MaxLength)]
    public required string Name { get; init; }

    /// <summary>Name of the tenant whose it is. Default: none, and it stands in the environment's own namespace.</summary>
    public string? Tenant { get; init; }

    /// <summary>
    /// The pod that trains. With several GPUs <c>torchrun</c> starts a process for each. With <c>ray</c>, what head and workers have in common; it runs as user 1000 then, that of
    /// Ray's images.
    /// </summary>
    public required JobPodConfig Pod { get; init; }

    /// <summary>A cluster of Ray to train on. Default: none, and it trains in one pod. Excludes schedule, conversion and fatalExitCodes.</summary>
    public RayTrainingConfig? Ray { get; init; }

    /// <summary>When it runs again. Default: never, it runs once.</summary>
    public TrainingScheduleConfig? Schedule { get; init; }

    /// <summary>
    /// Where the container keeps checkpoints and finds the last one at its start: <c>s3://BUCKET/PATH</c> with a bucket of the environment, or a path below one of its volumes.
    /// It finds this in <c>CHECKPOINT_URI</c>. Default: none; every try starts from the beginning then.
    /// </summary>
    public string? Checkpoints { get; init; }

    /// <summary>A conversion that needs no program of yours. Default: none.</summary>
    public ConversionConfig? Conversion { get; init; }

    /// <summary>Whether it finds the environment's registry in <c>MLFLOW_TRACKING_URI</c>, where there is one. Default: true.</summary>
    public bool Registry { get; init; } = true;

    /// <summary>Further tries after a failure. Default: 3. Nodes that are taken away don't count, but for those of Ray: each try has a cluster of its own.</summary>
    [InRange(Min = 0, Max = 100)]
    public int Retries { get; init; } = TrainingJobArgs.DefaultRetries;

    /// <summary>Exit codes, 1 to 255, after which no further try helps. Default: none.</summary>
    public ImmutableArray<int> FatalExitCodes { get; init; } = [];

    /// <summary>Time after which a run is ended, all tries together, with Ray each for itself. Default: none.</summary>
    [InRange<GoDuration>(Min = "1s", Max = "8760h")]
    public GoDuration? Deadline { get; init; }

    /// <summary>
    /// Time after which Kubernetes deletes a finished run with its pods. Default: none without a schedule, since an update that refreshes would make, and run, a Job that is gone
    /// again; 168h with one. With Ray, time that the cluster stays after the training, with all its nodes; 0s by default.
    /// </summary>
    [InRange<GoDuration>(Min = "1s", Max = "8760h")]
    public GoDuration? KeepFinished { get; init; }

    /// <summary>Any text; another one runs a training without a schedule again. Default: none.</summary>
    public string? Run { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Ray is not null)
        {
            RefuseBesideRay(path, problems);
            return;
        }

        if (Conversion is not null && Pod.Command.Length + Pod.Arguments.Length > 0)
        {
            problems.Add(ConfigPath.Key(path, "conversion"), "brings its own command; remove pod.command and pod.arguments, or the conversion");
        }

        if (Conversion is { } conversion && Pod.Image is null && Core.Batch.Conversion.Of(conversion.Kind) is { Image: null, Needs: var needs })
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "pod"), "image"), $"missing; this conversion needs an image with {needs}");
        }
        else if (Conversion is null && Pod.Image is null && !problems.Cover(ConfigPath.Key(path, "pod")))
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "pod"), "image"), "missing; say which image does the work");
        }
    }

    private void RefuseBesideRay(string path, ConfigProblems problems)
    {
        if (Name.Length > JobNames.MaxRayLength)
        {
            problems.Add(ConfigPath.Key(path, "name"), $"{Name.Length} characters, but KubeRay takes {JobNames.MaxRayLength} at most for what runs on Ray; choose a shorter one");
        }

        if (Pod.Image is null && !problems.Cover(ConfigPath.Key(path, "pod")))
        {
            problems.Add(ConfigPath.Key(ConfigPath.Key(path, "pod"), "image"), "missing; say which image has Ray and trains");
        }

        if (Schedule is not null)
        {
            problems.Add(
                ConfigPath.Key(path, "schedule"),
                $"KubeRay {Pins.KubeRay.Version} has schedules behind a feature gate only (RayCronJob, alpha); remove it and set run to train again, or train in one pod, without ray");
        }

        if (Conversion is not null)
        {
            problems.Add(ConfigPath.Key(path, "conversion"), "runs in one pod; remove it or ray");
        }

        if (!FatalExitCodes.IsEmpty)
        {
            problems.Add(ConfigPath.Key(path, "fatalExitCodes"), "KubeRay sees whether a command failed, but not with which code; remove it or ray");
        }
    }
}

/// <summary>When a training runs.</summary>
public sealed record TrainingScheduleConfig : IConfigRules
{
    /// <summary>Cron expression of five fields, such as <c>0 3 * * *</c>, or a name such as <c>@daily</c>.</summary>
    public required string Cron { get; init; }

    /// <summary>Time zone of the expression by its IANA name. Default: Etc/UTC.</summary>
    [Matches(TimeZoneName.Pattern, TimeZoneName.Allowed)]
    public string TimeZone { get; init; } = TrainingScheduleArgs.DefaultTimeZone;

    /// <summary>What a run does while the one before it goes on. Default: forbid.</summary>
    public TrainingConcurrency Concurrency { get; init; } = TrainingConcurrency.Forbid;

    /// <summary>Time that a run may start late; later it is skipped. Default: 1h0m0s.</summary>
    [InRange<GoDuration>(Min = "10s", Max = "8760h")]
    public GoDuration StartingDeadline { get; init; } = new(TrainingScheduleArgs.DefaultStartingDeadlineSeconds * 1000L);

    /// <summary>Whether no run starts until this is false again. Default: false.</summary>
    public bool Suspend { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (CronSchedule.Problem(Cron) is { } problem)
        {
            problems.Add(ConfigPath.Key(path, "cron"), problem);
        }
    }
}

/// <summary>What a run of a training does while the one before it goes on.</summary>
public enum TrainingConcurrency
{
    /// <summary>It is skipped.</summary>
    Forbid,

    /// <summary>It ends the old one.</summary>
    Replace,

    /// <summary>Both run.</summary>
    Allow,
}

/// <summary>The conversion of a model from one path of the pod's volumes to another.</summary>
public sealed record ConversionConfig
{
    /// <summary>What the model becomes.</summary>
    public required ConversionKind Kind { get; init; }

    /// <summary>Path of the model that is read.</summary>
    [Matches("/.+", "an absolute path such as /models/classifier/1")]
    public required string Source { get; init; }

    /// <summary>Path of the model that is written: a file for tflite, a directory for the others.</summary>
    [Matches("/.+", "an absolute path such as /models/classifier.tflite")]
    public required string Output { get; init; }
}
