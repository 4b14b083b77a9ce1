using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Accelerators;

/// <summary>NVIDIA's device plugin: without it a node advertises no <c>nvidia.com/gpu</c> and every GPU pod stays Pending.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace namespace whose pods may be privileged: the plugin mounts the kubelet's device directory
/// NAME-release   Helm release: a daemon set on the named pools, tolerating their taints
/// </code>
/// Excludes the GPU operator, and pools whose AMI brings the plugin.
/// </remarks>
public sealed class NvidiaDevicePlugin : ComponentResource
{
    /// <summary>Declares the plugin.</summary>
    public NvidiaDevicePlugin(string name, NvidiaDevicePluginArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.NvidiaDevicePlugin, name, args, options)
    {
        var values = new NvidiaDevicePluginValues
        {
            Selectors = [.. args.Pools.OrderBy(pool => pool.Name, StringComparer.Ordinal).Select(pool => pool.Selector)],
            Taints = [.. args.Pools.SelectMany(pool => pool.Taints).Select(taint => taint.ToTaint()).DistinctBy(taint => (taint.Key, taint.Effect))],
        };
        // Not created by Helm, which would leave it behind.
        var pluginNamespace = new Namespace($"{name}-namespace", new NamespaceArgs
        {
            Metadata = new ObjectMetaArgs { Name = args.Namespace, Labels = ManagedBy.Owned.Add(PodSecurityLabels.Enforce, PodSecurityLabels.Privileged) },
        }, Children.Root(this, options));
        var chart = Pins.NvidiaDevicePlugin;
        _ = new Release($"{name}-release", new ReleaseArgs
        {
            Name = chart.Name,
            Chart = chart.Name,
            Version = chart.Version,
            RepositoryOpts = new RepositoryOptsArgs { Repo = chart.Repository },
            Namespace = pluginNamespace.Metadata.Apply(metadata => metadata.Name),
            Values = values.ToValues(),
        }, Children.Root(this, options));
        RegisterOutputs();
    }
}
