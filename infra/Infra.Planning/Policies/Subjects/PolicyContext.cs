using System.Collections.Immutable;
using Infra.Planning.Model;
using Infra.Planning.Policies.Suppressions;

namespace Infra.Planning.Policies.Subjects;

/// <summary>What rules ask: resources by type and kind, pods, pools and autoscalers. Everything is indexed once, so that no rule looks through all resources for each of them.</summary>
public sealed class PolicyContext
{
    private readonly ILookup<string, PolicySubject> _byType;
    private readonly ILookup<string, PolicySubject> _byKind;
    private readonly Lazy<ImmutableArray<PolicyPod>> _pods;
    private readonly Lazy<ILookup<(string Namespace, string Key, string Value), PolicyPod>> _podsByLabel;
    private readonly Lazy<ImmutableArray<PolicyPool>> _pools;
    private readonly Lazy<PolicyScalers> _scalers;
    private readonly Lazy<ILookup<Urn, PolicySubject>> _dependents;
    private readonly Lazy<Dictionary<(string Kind, string Namespace, string Name), PolicySubject>> _byName;

    /// <summary>The context of what is judged.</summary>
    public PolicyContext(PolicyInput input, PolicyOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        On = options.On;
        Plan = input.Plan;
        IsManifests = input.IsManifests;
        // What is only read belongs to somebody else.
        Subjects = [.. input.Plan.Resources.Where(resource => resource.ReadId is null).Select(resource => new PolicySubject(resource, input.Locations.GetValueOrDefault(resource.Urn)))];
        ByUrn = Subjects.ToDictionary(subject => subject.Resource.Urn);
        _byType = Subjects.ToLookup(subject => subject.Resource.Type, StringComparer.Ordinal);
        _byKind = Subjects.Where(subject => subject.Kind is not null).ToLookup(subject => subject.Kind!, StringComparer.Ordinal);
        (Suppressions, BrokenSuppressions) = AnnotatedSuppressions.Of(Subjects, options.Suppressions);
        _byName = new(() => Subjects.Where(subject => subject.Kind is not null).DistinctBy(Identity).ToDictionary(Identity));
        _scalers = new(() => PolicyScalers.Of(this));
        _pods = new(() => [.. Subjects.SelectMany(subject => PodTemplates.Of(subject, this))]);
        _podsByLabel = new(() => Pods.SelectMany(pod => pod.Metadata["labels"].Entries, (pod, label) => (pod, label)).ToLookup(one => (one.pod.Owner.Namespace, one.label.Key, one.label.Value.Text ?? ""), one => one.pod));
        _pools = new(() => [.. Subjects.Select(subject => PolicyPools.Of(subject, this)).OfType<PolicyPool>()]);
        _dependents = new(() => Subjects.SelectMany(subject => subject.Resource.Dependencies.Select(on => (On: on, Subject: subject))).ToLookup(edge => edge.On, edge => edge.Subject));
    }

    /// <summary>The day on which versions and suppressions are judged.</summary>
    public DateOnly On { get; }

    /// <summary>The plan itself.</summary>
    public Plan Plan { get; }

    /// <summary>Whether nothing is known of providers, options and the rest of the cluster.</summary>
    public bool IsManifests { get; }

    /// <summary>Every resource that is managed here, in the order of the plan.</summary>
    public ImmutableArray<PolicySubject> Subjects { get; }

    /// <summary>The same by URN.</summary>
    public IReadOnlyDictionary<Urn, PolicySubject> ByUrn { get; }

    /// <summary>Every suppression, also those past their date.</summary>
    public ImmutableArray<PolicySuppression> Suppressions { get; }

    /// <summary>Annotations that look like suppressions and are none.</summary>
    public ImmutableArray<Verdict> BrokenSuppressions { get; }

    /// <summary>Every pod template, whoever makes the pods.</summary>
    public ImmutableArray<PolicyPod> Pods => _pods.Value;

    /// <summary>Every pool of nodes that the plan makes.</summary>
    public ImmutableArray<PolicyPool> Pools => _pools.Value;

    /// <summary>Autoscalers by what they scale.</summary>
    public PolicyScalers Scalers => _scalers.Value;

    /// <summary>Resources of these types.</summary>
    /// <param name="types">Pulumi's tokens.</param>
    public IEnumerable<PolicySubject> OfType(params IEnumerable<string> types) => types.SelectMany(type => _byType[type]);

    /// <summary>Kubernetes objects of these kinds, of any API version.</summary>
    /// <param name="kinds">Kinds.</param>
    public IEnumerable<PolicySubject> OfKind(params IEnumerable<string> kinds) => kinds.SelectMany(kind => _byKind[kind]);

    /// <summary>What depends on a resource.</summary>
    public IEnumerable<PolicySubject> DependentsOf(PolicySubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return _dependents.Value[subject.Resource.Urn];
    }

    /// <summary>Pods that a selector of labels selects; none where it has no labels.</summary>
    /// <param name="namespaceName">Their namespace.</param>
    /// <param name="selector">The selector.</param>
    public IEnumerable<PolicyPod> Selected(string namespaceName, Field selector)
    {
        var labels = selector["matchLabels"].Entries.Select(label => (namespaceName, label.Key, label.Value.Text ?? "")).ToList();
        return labels.Count == 0 ? [] : labels.Select(label => _podsByLabel.Value[label]).MinBy(pods => pods.Count())!
            .Where(pod => labels.All(label => pod.Metadata["labels", label.Key].Text == label.Item3));
    }

    /// <summary>The object of a kind and name; null if the plan has none.</summary>
    public PolicySubject? Find(string kind, string namespaceName, string name) => _byName.Value.GetValueOrDefault((kind, namespaceName, name));

    /// <summary>The component that a resource belongs to; null for none.</summary>
    public PolicySubject? ParentOf(PolicySubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Resource.Parent is { } parent ? ByUrn.GetValueOrDefault(parent) : null;
    }

    private static (string, string, string) Identity(PolicySubject subject) => (subject.Kind!, subject.Namespace, subject.Name);
}
