using System.Collections.Immutable;

namespace Infra.Planning.Policies.Subjects;

/// <summary>A pod template as somebody wrote it. What an operator adds isn't there.</summary>
/// <param name="Owner">The object that holds it.</param>
/// <param name="Metadata">Labels and annotations of the pods; where an operator makes them, as far as its object says them.</param>
/// <param name="Spec">The specification, or the object that has its fields.</param>
public sealed record PolicyPod(PolicySubject Owner, Field Metadata, Field Spec)
{
    private static readonly ImmutableArray<string> _tasks = ["Job", "CronJob", "ScaledJob", "RayJob"];

    /// <summary>Containers that run at the same time.</summary>
    public required ImmutableArray<PolicyContainer> Containers { get; init; }

    /// <summary>Containers that run before.</summary>
    public ImmutableArray<PolicyContainer> InitContainers { get; init; } = [];

    /// <summary>Most pods of the template, where it isn't for an autoscaler or its owner to say; absent otherwise. Default: absent.</summary>
    public Field Most { get; init; }

    /// <summary>Both.</summary>
    public IEnumerable<PolicyContainer> AllContainers => InitContainers.Concat(Containers);

    /// <summary>Accelerators that the containers ask for.</summary>
    public IEnumerable<Field> Accelerators => AllContainers.SelectMany(container => container.Accelerators);

    /// <summary>Whether it asks for an accelerator.</summary>
    public bool HasAccelerator => Accelerators.Any();

    /// <summary>Whether its work ends.</summary>
    public bool IsTask => _tasks.Contains(Owner.Kind ?? "");

    /// <summary>Whether each node has one.</summary>
    public bool IsDaemon => Owner.Kind == "DaemonSet";

    /// <summary>Tolerations.</summary>
    public IEnumerable<PolicyToleration> Tolerations => Spec["tolerations"].Items.Select(PolicyToleration.Of);

    /// <summary>What the scheduler has to heed of its nodes' labels: each with the values that it may have; none for any value.</summary>
    public IEnumerable<NodeDemand> NodeDemands => Spec["nodeSelector"].Entries.Select(label => new NodeDemand(label.Value, label.Key, label.Value.Text is { } value ? [value] : []))
        .Concat(RequiredTerms.Count() == 1 ? RequiredTerms.Single() : []);

    /// <summary>All keys of labels that any of its required terms names.</summary>
    public IEnumerable<NodeDemand> NamedDemands => Spec["nodeSelector"].Entries.Select(label => new NodeDemand(label.Value, label.Key, label.Value.Text is { } value ? [value] : []))
        .Concat(RequiredTerms.SelectMany(term => term));

    /// <summary>Whether a part of what decides about its nodes isn't known.</summary>
    public bool IsPlacementHidden => Spec.IsHidden || Spec["nodeSelector"].IsHidden || Spec["tolerations"].IsHidden || Spec["affinity"].IsHidden || Spec["tolerations"].Items.Any(toleration => toleration.IsHidden);

    private IEnumerable<IEnumerable<NodeDemand>> RequiredTerms => Spec["affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms"].Items
        .Select(term => term["matchExpressions"].Items.Where(expression => expression["operator"].Text is "In" or "Exists" && expression["key"].Text is not null)
            .Select(expression => new NodeDemand(expression["key"], expression["key"].Text!, [.. expression["values"].Items.Select(value => value.Text).OfType<string>()])));
}
