using System.Collections.Immutable;
using Infra.Components.Nodes;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving;

/// <summary>Binds a pod to its pools and to architectures that its image has: selector or affinity, and a toleration for every taint.</summary>
internal static class PoolBinding
{
    private const int HighestWeight = 100;

    // Kubernetes' well-known label, which the kubelet sets. Nodes that somebody else manages may be of any architecture.
    private const string Architecture = "kubernetes.io/arch";

    /// <summary>Writes the binding into the pod's specification.</summary>
    /// <param name="pools">The pools; with none the pod runs on any node that takes it: those of the pools have taints.</param>
    /// <param name="architectures">What the image is published for.</param>
    /// <param name="pod">The pod.</param>
    public static void Apply(IReadOnlyList<PoolReferenceArgs> pools, ImmutableArray<CpuArchitecture> architectures, CoreV1.PodSpecArgs pod)
    {
        if (pools.Count == 1)
        {
            pod.NodeSelector = pools[0].Selector;
        }

        pod.Affinity = new CoreV1.AffinityArgs { NodeAffinity = pools.Count > 1 ? OneOf(pools, architectures) : Only(architectures) };
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

    private static CoreV1.NodeAffinityArgs Only(ImmutableArray<CpuArchitecture> architectures) => new()
    {
        RequiredDuringSchedulingIgnoredDuringExecution = new CoreV1.NodeSelectorArgs
        {
            NodeSelectorTerms = { new CoreV1.NodeSelectorTermArgs { MatchExpressions = { OneOf(architectures) } } },
        },
    };

    private static CoreV1.NodeAffinityArgs OneOf(IReadOnlyList<PoolReferenceArgs> pools, ImmutableArray<CpuArchitecture> architectures)
    {
        var required = new CoreV1.NodeSelectorArgs();
        var affinity = new CoreV1.NodeAffinityArgs { RequiredDuringSchedulingIgnoredDuringExecution = required };
        for (var i = 0; i < pools.Count; i++)
        {
            // The terms are alternatives, so each has to say it.
            var term = Term(pools[i]);
            term.MatchExpressions.Add(OneOf(architectures));
            required.NodeSelectorTerms.Add(term);
            affinity.PreferredDuringSchedulingIgnoredDuringExecution.Add(new CoreV1.PreferredSchedulingTermArgs
            {
                Weight = Math.Max(1, HighestWeight - i),
                Preference = Term(pools[i]),
            });
        }

        return affinity;
    }

    private static CoreV1.NodeSelectorRequirementArgs OneOf(ImmutableArray<CpuArchitecture> architectures) => new()
    {
        Key = Architecture,
        Operator = "In",
        Values = architectures.Select(architecture => architecture.ToKubernetes()).ToArray(),
    };

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
