using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Chaos;

/// <summary>Inputs of <see cref="ChaosSchedule"/>.</summary>
public sealed class ChaosScheduleArgs() : CustomResourceArgs("chaos-mesh.org/v1alpha1", "Schedule")
{
    /// <summary>When, and what is broken.</summary>
    [Input("spec", required: true)]
    public required Input<ChaosScheduleSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="ChaosSchedule"/>; one of the three kinds of chaos.</summary>
public sealed class ChaosScheduleSpecArgs : ResourceArgs
{
    /// <summary>A cron expression of five fields, in UTC.</summary>
    [Input("schedule", required: true)]
    public required Input<string> Schedule { get; init; }

    /// <summary>Which of the kinds: <c>PodChaos</c>, <c>NetworkChaos</c> or <c>IOChaos</c>.</summary>
    [Input("type", required: true)]
    public required Input<string> Type { get; init; }

    /// <summary>What a run does while the one before it goes on.</summary>
    [Input("concurrencyPolicy", required: true)]
    public required Input<string> ConcurrencyPolicy { get; init; }

    /// <summary>Runs that are kept for people.</summary>
    [Input("historyLimit", required: true)]
    public required Input<int> HistoryLimit { get; init; }

    /// <summary>Pods are killed.</summary>
    [Input("podChaos")]
    public Input<PodChaosArgs>? PodChaos { get; init; }

    /// <summary>The network of pods is broken.</summary>
    [Input("networkChaos")]
    public Input<NetworkChaosArgs>? NetworkChaos { get; init; }

    /// <summary>File operations of pods are disturbed.</summary>
    [Input("ioChaos")]
    public Input<IoChaosArgs>? IoChaos { get; init; }
}
