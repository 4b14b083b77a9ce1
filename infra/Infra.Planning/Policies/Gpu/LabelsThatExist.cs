using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>Selectors don't name labels that nobody sets.</summary>
internal sealed class LabelsThatExist : IPolicyRule
{
    private static readonly Dictionary<string, string> _instead = new(StringComparer.Ordinal)
    {
        ["kubernetes.io/instance-type"] = "node.kubernetes.io/instance-type",
        ["nvidia.com/gpu.type"] = "the pool's own label (GPU feature discovery has nvidia.com/gpu.product, once a node runs)",
        ["cloud.google.com/gke-accelerator"] = "the pool's own label; this one is of Google's clusters",
        ["accelerator"] = "the pool's own label",
    };

    public RuleDescription About { get; } = new(
        "GPU006",
        PolicySeverity.Error,
        "No pod requires a label that nobody sets",
        "The pod stays Pending: articles name labels such as nvidia.com/gpu.type and kubernetes.io/instance-type, which neither Kubernetes, nor EKS, nor NVIDIA's software sets.",
        "seed S0.7 (fix), S0.11; kubernetes.io, \"Well-Known Labels\"");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        var own = context.Pools.SelectMany(pool => pool.Labels.Entries.Select(label => label.Key)).ToHashSet(StringComparer.Ordinal);
        return from pod in context.Pods
               from demand in pod.NamedDemands.Concat(OfContainers(pod))
               where !own.Contains(demand.Key) && _instead.ContainsKey(demand.Key)
               select pod.Owner.Finding(demand.At, $"requires the label {demand.Key}, which nobody sets; use {_instead[demand.Key]}");
    }

    // Where an article puts them into KServe's model, which has no such field.
    private static IEnumerable<NodeDemand> OfContainers(PolicyPod pod) =>
        pod.Containers.SelectMany(container => container.Body["nodeSelector"].Entries).Select(label => new NodeDemand(label.Value, label.Key, []));
}
