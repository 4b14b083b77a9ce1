using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;

namespace Infra.Components.Keda;

/// <summary>Inputs of <see cref="ScaledJob"/>.</summary>
public sealed class ScaledJobArgs() : CustomResourceArgs("keda.sh/v1alpha1", "ScaledJob")
{
    /// <summary>What to start, and when.</summary>
    [Input("spec", required: true)]
    public required Input<ScaledJobSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="ScaledJob"/>.</summary>
public sealed class ScaledJobSpecArgs : ResourceArgs
{
    /// <summary>The Job.</summary>
    [Input("jobTargetRef", required: true)]
    public required Input<JobSpecArgs> JobTargetRef { get; init; }

    /// <summary>Seconds between two looks at the triggers.</summary>
    [Input("pollingInterval", required: true)]
    public required Input<int> PollingInterval { get; init; }

    /// <summary>Most Jobs at a time.</summary>
    [Input("maxReplicaCount", required: true)]
    public required Input<int> MaxReplicaCount { get; init; }

    /// <summary>Finished Jobs that are kept.</summary>
    [Input("successfulJobsHistoryLimit", required: true)]
    public required Input<int> SuccessfulJobsHistoryLimit { get; init; }

    /// <summary>Failed Jobs that are kept.</summary>
    [Input("failedJobsHistoryLimit", required: true)]
    public required Input<int> FailedJobsHistoryLimit { get; init; }

    /// <summary>What becomes of running Jobs when the definition changes.</summary>
    [Input("rollout", required: true)]
    public required Input<ScaledJobRolloutArgs> Rollout { get; init; }

    /// <summary>How many Jobs a number of events means.</summary>
    [Input("scalingStrategy", required: true)]
    public required Input<ScaledJobStrategyArgs> ScalingStrategy { get; init; }

    /// <summary>What waits.</summary>
    [Input("triggers", required: true)]
    public InputList<ScaleTriggerArgs> Triggers { get; init; } = new();
}

/// <summary>What becomes of running Jobs when the definition of a <see cref="ScaledJob"/> changes.</summary>
public sealed class ScaledJobRolloutArgs : ResourceArgs
{
    /// <summary><c>gradual</c> lets them finish, <c>immediate</c> ends them.</summary>
    [Input("strategy", required: true)]
    public required Input<string> Strategy { get; init; }
}

/// <summary>How many Jobs of a <see cref="ScaledJob"/> a number of events means.</summary>
public sealed class ScaledJobStrategyArgs : ResourceArgs
{
    /// <summary><c>default</c>, <c>custom</c>, <c>accurate</c> or <c>eager</c>.</summary>
    [Input("strategy", required: true)]
    public required Input<string> Strategy { get; init; }
}
