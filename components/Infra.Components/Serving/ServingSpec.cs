using System.Collections.Immutable;
using Infra.Core.Serving;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Backends;
using Infra.Core.Units;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving;

/// <summary>One model, checked: what every backend realises.</summary>
internal sealed record ServingSpec
{
    /// <summary>Logical name of the component; children are called <c>NAME-role</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What keeps the pods running.</summary>
    public required ServingBackend Backend { get; init; }

    /// <summary>The component's inputs.</summary>
    public required InferenceServiceArgs Args { get; init; }

    /// <summary>The model's server.</summary>
    public required RuntimeSpec Runtime { get; init; }

    /// <summary>How long a start may take.</summary>
    public required ColdStartBudget Budget { get; init; }

    /// <summary>How its pods end.</summary>
    public Termination Termination => TerminationOf(Runtime.Shutdown);

    /// <summary>Who counts the replicas.</summary>
    public required ScalerPlan Scaler { get; init; }

    /// <summary>How fast replicas come and go; null where their number is fixed.</summary>
    public required ScalingWindows? Windows { get; init; }

    /// <summary>The number of replicas; null where an autoscaler owns it, and then no object may have one.</summary>
    public int? FixedReplicas => (Scaler as ScalerPlan.Fixed)?.Replicas;

    /// <summary>Whether there may be no replica, so that nobody may wait for one.</summary>
    public bool MayBeEmpty => LeastReplicas == 0;

    /// <summary>Fewest replicas at any time.</summary>
    public int LeastReplicas => Args.Autoscaling?.ToSpec().Least ?? Args.Replicas;

    /// <summary>What the model asked of its runtime.</summary>
    public required RuntimeRequest Request { get; init; }

    /// <summary>Pods that it always has; 0 for a model that may sleep.</summary>
    public int LeastPods => LeastReplicas * PodsPerReplica;

    /// <summary>Pods of one replica, each on a node of its own.</summary>
    public int PodsPerReplica => Request.Llm?.PipelineParallel ?? 1;

    /// <summary>
    /// Interfaces of the Elastic Fabric Adapter that a pod takes: where replicas span nodes, as large a share of them as of the node's devices.
    /// </summary>
    public int EfaPerPod => PodsPerReplica == 1 ? 0 : Args.Pools.Min(pool => pool.DevicesPerNode == 0 ? 0 : (pool.EfaPerNode ?? 0) * Args.Resources.Devices / pool.DevicesPerNode);

    /// <summary>Labels of all objects and pods.</summary>
    public required ServingLabels Labels { get; init; }

    /// <summary>Where the model's files come from; null where the image has them.</summary>
    public required ModelSourceArgs? Source { get; init; }

    /// <summary>Upper bound of the model's files.</summary>
    public required ByteSize ModelSize { get; init; }

    /// <summary>The runtime's environment with what the user adds, in ordinal order.</summary>
    public required ImmutableSortedDictionary<string, string> Environment { get; init; }

    /// <summary>The model's volume on the node; null where the image has the model, and where it is mounted or streamed from elsewhere.</summary>
    public ByteSize? ModelVolume => !Runtime.StreamsModel && Source is { Kind: ModelSourceKind.S3 or ModelSourceKind.Archive or ModelSourceKind.HuggingFace } source ? ModelStorage.Volume(source.Kind == ModelSourceKind.Archive, ModelSize) : null;

    /// <summary>Disk that a pod takes of its node.</summary>
    public ByteSize Disk => new((ModelVolume?.Bytes ?? 0) + Runtime.Scratch.Bytes);

    /// <summary>How a container of the model ends that does this when it is told to.</summary>
    public Termination TerminationOf(ShutdownBehaviour behaviour) => Termination.For(behaviour, Args.LongestRequestSeconds, Args.DeregistrationSeconds);

    /// <summary>Whether somebody in front of the server gathers requests: the other runtimes do it themselves.</summary>
    public bool HasBatcher => Args.Batching is not null && Runtimes.Find(Args.Runtime) is { } runtime && Runtimes.HasNoBatching(runtime);

    /// <summary>How changed pods take the place of those that serve.</summary>
    public RolloutArgs Rollout => Args.Rollout ?? new RolloutArgs();

    /// <summary>Steps in which a rolling update replaces all replicas, each as long as a cold start; one even where there is no replica.</summary>
    public int RolloutSteps => Math.Max(1, (int)Math.Ceiling((double)MaxReplicas / (Rollout.MaxSurge + Rollout.MaxUnavailable)));

    /// <summary>Most replicas that the model has at any time.</summary>
    public int MaxReplicas => Args.Autoscaling?.MaxReplicas ?? Args.Replicas;

    /// <summary>Metadata of an object of the model; a new value at every call, because arguments may be changed.</summary>
    public Meta.ObjectMetaArgs Metadata() => new() { Name = Args.Model, Namespace = Args.Namespace, Labels = Labels.All };
}
