using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving.LeaderWorkerSets;

/// <summary>Inputs of <see cref="LeaderWorkerSet"/>.</summary>
public sealed class LeaderWorkerSetArgs() : CustomResourceArgs("leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet")
{
    /// <summary>Groups and their pods.</summary>
    [Input("spec", required: true)]
    public required Input<LeaderWorkerSetSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="LeaderWorkerSet"/>.</summary>
public sealed class LeaderWorkerSetSpecArgs : ResourceArgs
{
    /// <summary>Groups; 0 or more. Left out where an autoscaler owns the number.</summary>
    [Input("replicas")]
    public Input<int>? Replicas { get; init; }

    /// <summary>One group.</summary>
    [Input("leaderWorkerTemplate", required: true)]
    public required Input<LeaderWorkerTemplateArgs> LeaderWorkerTemplate { get; init; }

    /// <summary>How groups are replaced.</summary>
    [Input("rolloutStrategy", required: true)]
    public required Input<LeaderWorkerRolloutStrategyArgs> RolloutStrategy { get; init; }

    /// <summary>When workers are made: <c>LeaderCreated</c>, together with the leader, or <c>LeaderReady</c>.</summary>
    [Input("startupPolicy", required: true)]
    public required Input<string> StartupPolicy { get; init; }
}

/// <summary>One group of a <see cref="LeaderWorkerSet"/>.</summary>
public sealed class LeaderWorkerTemplateArgs : ResourceArgs
{
    /// <summary>The leader. Default: the same as a worker.</summary>
    [Input("leaderTemplate")]
    public Input<PodTemplateSpecArgs>? LeaderTemplate { get; init; }

    /// <summary>A worker.</summary>
    [Input("workerTemplate", required: true)]
    public required Input<PodTemplateSpecArgs> WorkerTemplate { get; init; }

    /// <summary>Pods of the group, its leader among them; 1 or more.</summary>
    [Input("size", required: true)]
    public required Input<int> Size { get; init; }

    /// <summary>What happens to the group when one of its pods starts anew: <c>RecreateGroupOnPodRestart</c> or <c>None</c>.</summary>
    [Input("restartPolicy", required: true)]
    public required Input<string> RestartPolicy { get; init; }
}

/// <summary>How groups of a <see cref="LeaderWorkerSet"/> are replaced.</summary>
public sealed class LeaderWorkerRolloutStrategyArgs : ResourceArgs
{
    /// <summary><c>RollingUpdate</c>.</summary>
    [Input("type", required: true)]
    public required Input<string> Type { get; init; }

    /// <summary>How many at a time.</summary>
    [Input("rollingUpdateConfiguration", required: true)]
    public required Input<LeaderWorkerRollingUpdateArgs> RollingUpdateConfiguration { get; init; }
}

/// <summary>How many groups of a <see cref="LeaderWorkerSet"/> are replaced at a time.</summary>
public sealed class LeaderWorkerRollingUpdateArgs : ResourceArgs
{
    /// <summary>Groups that may be missing.</summary>
    [Input("maxUnavailable", required: true)]
    public required Input<int> MaxUnavailable { get; init; }

    /// <summary>Groups that there may be beyond the number of replicas.</summary>
    [Input("maxSurge", required: true)]
    public required Input<int> MaxSurge { get; init; }
}
