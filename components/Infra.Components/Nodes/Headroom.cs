using Infra.Components.Security.Registry;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Apps = Pulumi.Kubernetes.Apps.V1;

namespace Infra.Components.Nodes;

/// <summary>
/// Spare room on pools: pods of the lowest priority that hold places. A model that needs one gets it at once, and the pod that it pushed out
/// makes the node autoscaler start the next node.
/// </summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace   namespace that holds its pods to the security level restricted
/// NAME-POOL        Deployment, one per pool
/// </code>
/// Needs the classes of <see cref="SchedulingPriorities"/>. Costs what the held nodes cost.
/// </remarks>
public sealed class Headroom : ComponentResource
{
    // The pods may wait for a node that nobody has to spare; an update must not.
    private const string SkipAwait = "pulumi.com/skipAwait";

    /// <summary>Declares the pods.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public Headroom(string name, HeadroomArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.Headroom, name, args, options)
    {
        Check(name, args);
        var holders = new Namespace($"{name}-namespace", new NamespaceArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = args.Namespace,
                Labels = ManagedBy.Owned.Add(PodSecurityLabels.Enforce, PodSecurityLabels.Restricted),
            },
        }, Children.Root(this, options));
        foreach (var pool in args.Pools)
        {
            _ = new Apps.Deployment($"{name}-{pool.Pool.Name}", Holder(pool, holders, args.ImageCache), Children.Root(this, options));
        }

        RegisterOutputs();
    }

    private static DeploymentArgs Holder(PoolHeadroomArgs pool, Namespace holders, ImageCacheArgs? cache)
    {
        var selector = ManagedBy.Selector(pool.Pool.Name, "headroom");
        return new DeploymentArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = pool.Pool.Name,
                Namespace = holders.Metadata.Apply(metadata => metadata.Name),
                Labels = ManagedBy.Labels("pause", pool.Pool.Name, "headroom"),
                Annotations = { [SkipAwait] = "true" },
            },
            Spec = new DeploymentSpecArgs
            {
                Replicas = pool.Replicas,
                Selector = new LabelSelectorArgs { MatchLabels = selector },
                Strategy = new DeploymentStrategyArgs { Type = "Recreate" },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs { Labels = ManagedBy.Labels("pause", pool.Pool.Name, "headroom") },
                    Spec = HeadroomPod.On(pool, cache),
                },
            },
        };
    }

    private void Check(string name, HeadroomArgs args)
    {
        var problems = new ConfigProblems();
        for (var i = 0; i < args.Pools.Count; i++)
        {
            var path = ConfigPath.Index(ConfigPath.Key(name, "pools"), i);
            if (args.Pools[i].Replicas < 1)
            {
                problems.Add(ConfigPath.Key(path, "replicas"), $"{args.Pools[i].Replicas} is less than 1; leave out the pool to hold no room on it");
            }

            if (args.Pools[i].Devices < 0)
            {
                problems.Add(ConfigPath.Key(path, "devices"), $"{args.Pools[i].Devices} is less than 0");
            }
        }

        problems.ThrowAt(this, ComponentTypes.Headroom);
    }
}
