using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving;

/// <summary>Binds a pod to its pools: selector or affinity, and a toleration for every taint.</summary>
internal static class PoolBinding
{
    private const int HighestWeight = 100;

    /// <summary>Writes the binding into the pod's specification.</summary>
    public static void Apply(IReadOnlyList<PoolReferenceArgs> pools, CoreV1.PodSpecArgs pod)
    {
        if (pools.Count == 1)
        {
            pod.NodeSelector = pools[0].Selector;
        }
        else
        {
            pod.Affinity = new CoreV1.AffinityArgs { NodeAffinity = OneOf(pools) };
        }

        foreach (var taint in pools.SelectMany(pool => pool.Taints).Select(taint => taint.ToTaint()).DistinctBy(taint => (taint.Key, taint.Effect)))
        {
            pod.Tolerations.Add(Toleration(taint));
        }
    }

    private static CoreV1.TolerationArgs Toleration(Taint taint) => new()
    {
        Key = taint.Key,
        // Exists covers a value that somebody changes on the node; equality would leave the pod Pending.
        Operator = "Exists",
        Effect = taint.Effect.ToKubernetes(),
    };

    private static CoreV1.NodeAffinityArgs OneOf(IReadOnlyList<PoolReferenceArgs> pools)
    {
        var required = new CoreV1.NodeSelectorArgs();
        var affinity = new CoreV1.NodeAffinityArgs { RequiredDuringSchedulingIgnoredDuringExecution = required };
        for (var i = 0; i < pools.Count; i++)
        {
            required.NodeSelectorTerms.Add(Term(pools[i]));
            affinity.PreferredDuringSchedulingIgnoredDuringExecution.Add(new CoreV1.PreferredSchedulingTermArgs
            {
                Weight = Math.Max(1, HighestWeight - i),
                Preference = Term(pools[i]),
            });
        }

        return affinity;
    }

    private static CoreV1.NodeSelectorTermArgs Term(PoolReferenceArgs pool)
    {
        var term = new CoreV1.NodeSelectorTermArgs();
        foreach (var (key, value) in pool.Selector.OrderBy(label => label.Key, StringComparer.Ordinal))
        {
            term.MatchExpressions.Add(new CoreV1.NodeSelectorRequirementArgs { Key = key, Operator = "In", Values = value });
        }

        return term;
    }
}
