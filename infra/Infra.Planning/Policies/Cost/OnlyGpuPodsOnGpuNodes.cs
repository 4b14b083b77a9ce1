using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Cost;

/// <summary>Pods without GPU don't ask to be let onto GPU nodes.</summary>
internal sealed class OnlyGpuPodsOnGpuNodes : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "COST004",
        PolicySeverity.Warning,
        "A pod that needs no GPU doesn't tolerate the GPUs' taint",
        "A toleration that was copied along, or one for everything, lets a web server onto a node with eight GPUs, which then can't be removed when the models are gone.",
        "kubernetes.io, \"Taints and Tolerations\", \"Nodes with Special Hardware\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        where !pod.IsDaemon && !pod.HasAccelerator && !pod.NamedDemands.Any()
        from toleration in pod.Spec["tolerations"].Items
        where PolicyToleration.Of(toleration) is { Key: "", IsEqual: false, Effect: "" or "NoSchedule" } or { Key: "nvidia.com/gpu" }
        select pod.Owner.Finding(toleration, "lets pods without a GPU onto GPU nodes; remove it, or select the nodes that are meant");
}
