using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>A rolling update doesn't wait for a GPU that isn't there.</summary>
internal sealed class RolloutsNeedNoSpareGpu : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "GPU014",
        PolicySeverity.Warning,
        "A rolling update of GPU pods needs no GPU beyond the pool",
        "By default a Deployment starts a new pod before it stops an old one. Where every GPU is taken the new pod stays Pending, the old one is never stopped, and the update ends at its deadline.",
        "kubernetes.io, \"Deployments\", \"Max Surge\" (default 25%)");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        var room = new GpuRoom(context);
        return from pod in context.Pods
               where pod.Owner.Kind == "Deployment" && pod.HasAccelerator
               let strategy = pod.Owner["spec", "strategy"]
               where strategy["type"].Text != "Recreate"
               from verdict in pod.Owner.Judge(strategy["rollingUpdate", "maxSurge"], surge => Problem(surge, room.HasSpare(pod)))
               select verdict;
    }

    private static string? Problem(Field surge, bool hasSpare) => surge.Text is "0" or "0%" || hasSpare
        ? null
        : $"starts {(surge.IsAbsent ? "25% (the default)" : surge.Text)} more pods during an update, each with its GPUs; set maxSurge: 0 and maxUnavailable: 1, or give the pool room";
}
