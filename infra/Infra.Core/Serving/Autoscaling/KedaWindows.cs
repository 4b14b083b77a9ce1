namespace Infra.Core.Serving.Autoscaling;

/// <summary>
/// Times of KEDA's ScaledObject. Polling and cooldown count only for the steps from and to 0; between them KEDA's horizontal pod autoscaler decides. Defaults: kedacore/keda, apis/keda/v1alpha1/scaledobject_types.go and
/// pkg/scaling/executor/scale_scaledobjects.go, read at 8b4f083c.
/// </summary>
public sealed record KedaWindows
{
    private const int ShortestPoll = 5;
    private const int DefaultPoll = 30;
    private const int DefaultCooldown = 300;

    private KedaWindows()
    {
    }

    /// <summary>Seconds between two looks at the triggers.</summary>
    public required ScalingFigure PollingInterval { get; init; }

    /// <summary>Seconds without an active trigger before the last replica goes.</summary>
    public required ScalingFigure CooldownPeriod { get; init; }

    /// <summary>The same for a model that was never active since it exists.</summary>
    public required ScalingFigure InitialCooldownPeriod { get; init; }

    /// <summary>All numbers.</summary>
    public IEnumerable<ScalingFigure> Figures => [PollingInterval, CooldownPeriod, InitialCooldownPeriod];

    internal static KedaWindows For(ColdStartSeconds start) => new()
    {
        PollingInterval = new(
            "pollingInterval", Math.Clamp(start.TotalEstimate / 10, ShortestPoll, DefaultPoll), "s",
            $"a tenth of the estimated cold start {start.TotalEstimate} s, {ShortestPoll} to {DefaultPoll} s", "1 s or more, 30 s by default"),
        CooldownPeriod = new(
            "cooldownPeriod", Math.Max(start.TotalBudget, DefaultCooldown), "s",
            $"cold-start budget {start.TotalBudget} s, at least {DefaultCooldown} s", "0 s or more, 300 s by default"),
        // Otherwise a new model would be taken away before its first replica ever answered.
        InitialCooldownPeriod = new(
            "initialCooldownPeriod", start.TotalBudget, "s", $"cold-start budget {start.TotalBudget} s", "0 s or more, 0 s by default"),
    };
}
