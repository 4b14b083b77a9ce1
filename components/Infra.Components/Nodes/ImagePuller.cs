using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Apps = Pulumi.Kubernetes.Apps.V1;

namespace Infra.Components.Nodes;

/// <summary>
/// Images that are on nodes before a pod asks for them: a pod on every node of a pool mounts them, and nothing in them is run. It shortens starts on nodes that run already, such as
/// those of a pool with a minimum or with headroom; on a new node the model's own pull begins at the same moment.
/// </summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-POOL  DaemonSet, one per pool
/// </code>
/// Needs Kubernetes 1.35, where images as volumes are on by default. The pods are <c>restricted</c>. Name the pools in <c>DependsOn</c>.
/// </remarks>
public sealed class ImagePuller : ComponentResource
{
    /// <summary>Declares the pods.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message names every problem.</exception>
    public ImagePuller(string name, ImagePullerArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ImagePuller, name, args, options)
    {
        Check(name, args);
        foreach (var pool in args.Pools)
        {
            _ = new Apps.DaemonSet($"{name}-{pool.Pool.Name}", Puller(name, pool, args), Children.Root(this, options));
        }

        RegisterOutputs();
    }

    private static DaemonSetArgs Puller(string name, PulledImagesArgs pool, ImagePullerArgs args)
    {
        var objectName = $"{name}-{pool.Pool.Name}";
        return new DaemonSetArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = objectName,
                Namespace = args.Namespace,
                Labels = ManagedBy.Labels("pause", objectName, "image-puller"),
                // Pulling takes as long as it takes, and nobody waits for it.
                Annotations = { ["pulumi.com/skipAwait"] = "true" },
            },
            Spec = new DaemonSetSpecArgs
            {
                Selector = new LabelSelectorArgs { MatchLabels = ManagedBy.Selector(objectName, "image-puller") },
                // All nodes pull a new image at the same time: the pods serve nobody.
                UpdateStrategy = new DaemonSetUpdateStrategyArgs { Type = "RollingUpdate", RollingUpdate = new RollingUpdateDaemonSetArgs { MaxUnavailable = "100%" } },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs { Labels = ManagedBy.Labels("pause", objectName, "image-puller") },
                    Spec = PullSecrets.In(args.ImagePullSecrets, ImagePullerPod.On(pool, args.ImageCache)),
                },
            },
        };
    }

    private void Check(string name, ImagePullerArgs args)
    {
        var problems = new ConfigProblems();
        if (args.Pools.Count == 0)
        {
            problems.Add(ConfigPath.Key(name, "pools"), "there is none; name at least one pool");
        }

        for (var i = 0; i < args.Pools.Count; i++)
        {
            var path = ConfigPath.Key(ConfigPath.Index(ConfigPath.Key(name, "pools"), i), "images");
            if (args.Pools[i].Images.Count == 0)
            {
                problems.Add(path, "there is none; name at least one image");
            }

            if (args.Pools[i].Images.GroupBy(image => image, StringComparer.Ordinal).FirstOrDefault(image => image.Count() > 1) is { Key: var twice })
            {
                problems.Add(path, $"'{twice}' is listed twice; name an image once");
            }
        }

        problems.ThrowAt(this, ComponentTypes.ImagePuller);
    }
}
