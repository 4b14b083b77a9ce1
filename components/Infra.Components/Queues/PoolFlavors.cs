using Infra.Components.Nodes;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Queues;

/// <summary>The pools as queues of jobs know them. Names of flavors are those of the pools.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-POOL  ResourceFlavor
/// </code>
/// Kueue has to be there: name it in <c>DependsOn</c>.
/// </remarks>
public sealed class PoolFlavors : ComponentResource
{
    // Of labels as of tolerations (kueue v0.19.2, resourceflavors.kueue.x-k8s.io).
    private const int Most = 8;

    /// <summary>Declares the flavors.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public PoolFlavors(string name, PoolFlavorsArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.PoolFlavors, name, args, options)
    {
        Check(name, args);
        foreach (var pool in args.Pools)
        {
            _ = new ResourceFlavor($"{name}-{pool.Name}", new ResourceFlavorArgs
            {
                Metadata = new Meta.ObjectMetaArgs { Name = pool.Name, Labels = ManagedBy.Owned.ToDictionary() },
                Spec = new ResourceFlavorSpecArgs { NodeLabels = pool.Selector, Tolerations = Tolerations(pool) },
            }, Children.Root(this, options));
        }

        RegisterOutputs();
    }

    private static InputList<CoreV1.TolerationArgs> Tolerations(PoolReferenceArgs pool) =>
        pool.Taints.Select(taint => Toleration.Of(taint.ToTaint())).Select(Tolerated).ToArray();

    private static Input<CoreV1.TolerationArgs> Tolerated(Toleration toleration) => new CoreV1.TolerationArgs
    {
        Key = toleration.Key,
        Operator = "Exists",
        Effect = toleration.Effect!.Value.ToKubernetes(),
    };

    private void Check(string name, PoolFlavorsArgs args)
    {
        var problems = new ConfigProblems();
        if (args.Pools.Count == 0)
        {
            problems.Add($"{name}.pools", "there is none; name at least one pool");
        }

        for (var i = 0; i < args.Pools.Count; i++)
        {
            if (args.Pools[i].Selector.Count > Most || args.Pools[i].Taints.Count > Most)
            {
                problems.Add($"{name}.pools[{i}]", $"'{args.Pools[i].Name}' has {args.Pools[i].Selector.Count} labels and {args.Pools[i].Taints.Count} taints; Kueue takes {Most} of each");
            }
        }

        problems.ThrowAt(this, ComponentTypes.PoolFlavors);
    }
}
