using System.Collections.Immutable;
using Infra.Components.Queues;
using Infra.Components.Shared;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Jobs;

/// <summary>What all objects of one job have in common.</summary>
internal sealed record JobSpec
{
    /// <summary>Name of the job and its objects.</summary>
    public required string Job { get; init; }

    /// <summary>Namespace of the objects.</summary>
    public required Input<string> Namespace { get; init; }

    /// <summary>What kind of work it is, as label.</summary>
    public required string Component { get; init; }

    /// <summary>The pod.</summary>
    public required JobPodArgs Pod { get; init; }

    /// <summary>Variables that the component sets; the user's own win.</summary>
    public ImmutableSortedDictionary<string, Input<string>> Variables { get; init; } = ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>Annotations of the pods: a change of them is a new run.</summary>
    public ImmutableSortedDictionary<string, string> Annotations { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Exit codes after which no further try helps.</summary>
    public ImmutableArray<int> FatalExitCodes { get; init; } = [];

    /// <summary>Labels that select the job's pods.</summary>
    public ImmutableDictionary<string, string> Selector => ManagedBy.Selector(Job, Component);

    /// <summary>Metadata of an object named after the job.</summary>
    public Meta.ObjectMetaArgs Metadata() => new() { Name = Job, Namespace = Namespace, Labels = ManagedBy.Labels(Job, Job, Component) };

    /// <summary>Labels of the Job itself, by which it finds its queue.</summary>
    public ImmutableDictionary<string, string> WorkLabels => Pod.LocalQueue is { } queue
        ? ManagedBy.Labels(Job, Job, Component).Add(LocalQueue.Label, queue)
        : ManagedBy.Labels(Job, Job, Component);

    /// <summary>Metadata of the Job itself, or of what makes Jobs and hands its labels on to them, as KEDA does (keda.sh, "Scaling Jobs").</summary>
    public Meta.ObjectMetaArgs WorkMetadata() => new() { Name = Job, Namespace = Namespace, Labels = WorkLabels };
}
