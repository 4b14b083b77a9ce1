using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core.Nodes;
using Infra.Planning.Placement.Scheduling;
using Infra.Planning.Workloads;

namespace Infra.Planning.Placement.Reading;

/// <summary>The pods of a plan, rendered and declared.</summary>
internal sealed class PodGroups
{
    // The controller sets it to a different value with each change of the template (kubernetes.io, "Deployments", pod-template-hash label).
    private const string TemplateHash = "pod-template-hash";

    // When these have done their work, there are no pods.
    private static readonly string[] _work = ["Job", "CronJob", "ScaledJob", "RayJob"];

    private readonly ClusterFacts _facts;
    private readonly PodReader _reader;

    private PodGroups(PlannedObjects objects)
    {
        _facts = ClusterFacts.Of(objects);
        _reader = new PodReader(_facts);
    }

    /// <summary>All of a plan, in its order.</summary>
    public static ImmutableArray<PodGroup> Of(PlannedObjects objects)
    {
        var groups = new PodGroups(objects);
        return [.. PlannedPods.Of(objects).Select(groups.Rendered).Concat(DeclaredPods.Of(objects).Select(Declared))];
    }

    private PodGroup Rendered(PlannedPods planned)
    {
        var (owner, pods) = planned;
        var workload = new PodWorkload
        {
            Kind = owner.Kind!,
            Name = owner.Name ?? owner.Resource.Name,
            Namespace = owner.Namespace,
            Role = pods.Role == "pod" ? "" : pods.Role,
            Urn = owner.Resource.Urn,
            Component = owner.Resource.Parent,
            IsPerNode = pods.IsPerNode,
        };
        var labels = owner.Kind == "Deployment" ? pods.Labels.SetItem(TemplateHash, workload.Name) : pods.Labels;
        var spec = _reader.Read(NameOf(workload), owner.Namespace, labels, pods.Spec);
        spec = spec with { Volumes = [.. spec.Volumes, .. OwnVolumes(owner)] };
        var isWork = _work.Contains(owner.Kind);
        return new PodGroup(workload, spec, isWork ? 0 : pods.Least, pods.Most, pods.MostAtUpdate, isWork || spec.Priority < 0);
    }

    private static PodGroup Declared(DeclaredPods pods)
    {
        var tolerations = pods.Tolerations.Select(toleration => new PodToleration(toleration.Key, "Exists", "", toleration.Effect)).ToImmutableArray();
        var workload = new PodWorkload
        {
            Kind = pods.Kind,
            Name = pods.Workload,
            Urn = pods.Owner.Resource.Urn,
            Component = pods.Owner.Resource.Urn,
            IsDeclared = true,
            IsPerNode = pods.IsPerNode,
        };
        var room = pods.Room;
        var replicas = pods.IsPerNode ? 1 : pods.Replicas;
        return new PodGroup(
            workload,
            new PodSpec
            {
                Name = NameOf(workload),
                // Nobody told us their namespaces; no rule of theirs is known that would ask for it.
                Namespace = "",
                Requests = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal)
                    .Add(ResourceNames.Cpu, room.Millicores).Add(ResourceNames.Memory, room.Bytes),
                NodeTerms = pods.Selectors.IsEmpty ? null : [.. pods.Selectors.Select(Term)],
                Tolerations = tolerations,
                SoftSpread = pods.Spread,
            },
            replicas,
            replicas,
            replicas,
            false);
    }

    private static string NameOf(PodWorkload workload) => $"{workload.Urn}#{workload.Kind}#{workload.Name}#{workload.Role}";

    // A choice without a label is any node.
    private static NodeTerm Term(IReadOnlyDictionary<string, string[]> selector) => selector.Count == 0
        ? new NodeTerm([new LabelRequirement(NodeLabels.Hostname, "Exists", [])], [])
        : new NodeTerm([.. selector.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => new LabelRequirement(label.Key, "In", [.. label.Value]))], []);

    private IEnumerable<PodVolume> OwnVolumes(PlannedObject owner) => owner.Kind == "StatefulSet"
        ? (owner.Inputs["spec"]?["volumeClaimTemplates"] as JsonArray ?? []).Select(template => _facts.OwnVolume(template!)).OfType<PodVolume>()
        : [];
}
