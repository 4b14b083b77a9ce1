using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>GPU servers are scaled by what they are asked for.</summary>
internal sealed class GpuScalingByDemand : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "REL018",
        PolicySeverity.Warning,
        "GPU workloads don't scale by CPU or memory alone",
        "A server waits for its GPU with an idle CPU: requests queue up for seconds while CPU stays below its target, and the memory of a loaded model never falls, so it never scales in.",
        "llm-d: scale on queue and running requests; kserve/kserve #4259; seed S0.12");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        var gpus = context.Pods.Where(pod => pod.HasAccelerator).Select(pod => pod.Owner).ToHashSet();
        return from target in context.Scalers.All
               let workload = context.Find(target.Key.Kind, target.Key.Namespace, target.Key.Name)
               where workload is not null && gpus.Contains(workload)
               from scaler in target
               let metrics = scaler["spec", scaler.Kind == "ScaledObject" ? "triggers" : "metrics"].Items.ToList()
               where metrics.Count > 0 && metrics.All(IsOfNode)
               select scaler.Finding(scaler["spec"], $"scales {target.Key.Kind} {target.Key.Name}, which runs on GPUs, by CPU or memory alone; use requests in flight, queue length or latency");
    }

    private static bool IsOfNode(Field metric) =>
        (metric["resource", "name"].Text ?? metric["containerResource", "name"].Text ?? metric["type"].Text) is "cpu" or "memory";
}
