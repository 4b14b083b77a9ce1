using System.Collections.Immutable;
using Infra.Planning.Model;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>A custom resource waits for the chart that defines it.</summary>
internal sealed class DefinitionsComeFirst : IPolicyRule
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    // Charts that bring the definitions of a group, as the project's own components install them.
    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> _charts = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, ImmutableArray<string>>[]
    {
        new("cert-manager.io", ["cert-manager"]),
        new("karpenter.k8s.aws", ["karpenter-crd"]),
        new("karpenter.sh", ["karpenter-crd"]),
        new("keda.sh", ["keda"]),
        new("kueue.x-k8s.io", ["kueue"]),
        new("leaderworkerset.x-k8s.io", ["lws"]),
        new("monitoring.coreos.com", ["kube-prometheus-stack"]),
        new("ray.io", ["kuberay-operator"]),
        new("velero.io", ["velero"]),
    });

    public RuleDescription About { get; } = new(
        "REL019",
        PolicySeverity.Error,
        "A custom resource depends on the chart that defines its kind",
        "Pulumi makes what nothing depends on at the same time: the first update fails with 'no matches for kind', and a destroy removes the definition first and leaves the objects' finalizers hanging.",
        "pulumi/pulumi-kubernetes #3247, #1712");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        if (context.IsManifests)
        {
            return [];
        }

        var releases = context.OfType(Release).ToLookup(release => Chart(release), StringComparer.Ordinal);
        return from definition in _charts
               let charts = definition.Value.SelectMany(chart => releases[chart]).ToList()
               where charts.Count > 0
               let waiting = WaitingFor(charts, context)
               from subject in context.Subjects
               where subject.Group == definition.Key && !waiting.Contains(subject.Resource.Urn)
               select subject.Finding($"doesn't wait for the release {charts[0].Resource.Name}, whose chart {Chart(charts[0])} defines {subject.Kind}; add it to dependsOn");
    }

    // Of an OCI registry the chart's address is its name.
    private static string Chart(PolicySubject release) => release["chart"].Text is { } chart ? chart[(chart.LastIndexOf('/') + 1)..] : "";

    private static HashSet<Urn> WaitingFor(List<PolicySubject> releases, PolicyContext context)
    {
        var reached = releases.Select(release => release.Resource.Urn).ToHashSet();
        var next = new Queue<PolicySubject>(releases);
        while (next.TryDequeue(out var subject))
        {
            foreach (var dependent in context.DependentsOf(subject).Where(dependent => reached.Add(dependent.Resource.Urn)))
            {
                next.Enqueue(dependent);
            }
        }

        return reached;
    }
}
