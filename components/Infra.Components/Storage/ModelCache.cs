using Infra.Components.Shared;
using Infra.Components.Storage.Cache;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Units;
using Pulumi;
using Apps = Pulumi.Kubernetes.Apps.V1;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Storage;

/// <summary>Models on the local disks of nodes: filled from S3 as soon as a node is there, and read by all pods on it.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace        namespace whose pods may mount a directory of the node
/// NAME-service-account  identity of the pods that fill it
/// NAME-filler           fills it, and deletes what nobody wants any more
/// NAME-volume           the directory as a volume
/// NAME-claim            how pods of the models' namespace mount it, read-only
/// </code>
/// The exception from the Pod Security Standard <c>restricted</c> is the filler's alone: it mounts one directory of its node, as root without capabilities. Pods that read
/// are <c>restricted</c>. Name pools and the role of <see cref="ModelCacheArgs.ServiceAccount"/> in <c>DependsOn</c>.
/// </remarks>
public sealed class ModelCache : ComponentResource
{
    /// <summary>Name of the claim; known once the claim is made.</summary>
    [Output("claimName")]
    public Output<string> ClaimName { get; }

    /// <summary>Declares the cache.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message names every problem.</exception>
    public ModelCache(string name, ModelCacheArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ModelCache, name, args, options)
    {
        Check(name, args);
        var own = PrivilegedNamespace.Create($"{name}-namespace", args.FillerNamespace, Children.Root(this, options));
        var namespaceName = own.Metadata.Apply(metadata => metadata.Name);
        var account = new K8s.Core.V1.ServiceAccount($"{name}-service-account", new CoreV1.ServiceAccountArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Name = ModelCacheArgs.ServiceAccount, Namespace = namespaceName, Labels = ManagedBy.Labels("model-cache", name, "model-cache") },
            AutomountServiceAccountToken = false,
        }, Children.Of(this));
        _ = new Apps.DaemonSet($"{name}-filler", CacheFiller.For(name, namespaceName, args), Children.Root(this, options, account));
        ClaimName = CacheVolume.Create(this, name, args, options).Metadata.Apply(metadata => metadata.Name);
        RegisterOutputs();
    }

    private void Check(string name, ModelCacheArgs args)
    {
        var problems = new ConfigProblems();
        var isSize = ByteSize.TryParse(args.Size, out var size);
        Refuse(!isSize, "size", $"'{args.Size}' is no size; allowed: {ByteSize.AllowedForm}");
        Refuse(args.Pools.Count == 0, "pools", "there is none; name at least one pool");
        Refuse(args.Models.Count == 0, "models", "there is none; name at least one model");
        for (var i = 0; i < args.Pools.Count; i++)
        {
            Refuse(
                !args.Pools[i].Selector.ContainsKey(NodeLabels.Pool),
                $"pools[{i}]",
                $"'{args.Pools[i].Name}' has nodes that somebody else manages, and nobody knows their disks; name pools of the stack");
        }

        var total = 0L;
        for (var i = 0; i < args.Models.Count; i++)
        {
            Refuse(!ByteSize.TryParse(args.Models[i].Size, out var one), $"models[{i}].size", $"'{args.Models[i].Size}' is no size; allowed: {ByteSize.AllowedForm}");
            total += one.Bytes;
        }

        Refuse(isSize && total > size.Bytes, "size", $"the models take up to {new ByteSize(total)}, but the cache may have {args.Size}; make it larger, or take a model out");
        problems.ThrowAt(this, ComponentTypes.ModelCache);

        void Refuse(bool wrong, string key, string message)
        {
            if (wrong)
            {
                problems.Add($"{name}.{key}", message);
            }
        }
    }
}
