using Infra.Components.Helm;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;

namespace Infra.Components.Accelerators;

/// <summary>AWS' device plugin for EFA: advertises a node's EFA interfaces as <c>vpc.amazonaws.com/efa</c>.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace namespace whose pods may be privileged: the plugin reads /dev/infiniband in the node's network
/// NAME-release   Helm release: a daemon set on the named pools
/// </code>
/// </remarks>
public sealed class EfaDevicePlugin : ComponentResource
{
    /// <summary>Declares the plugin.</summary>
    public EfaDevicePlugin(string name, EfaDevicePluginArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.EfaDevicePlugin, name, args, options)
    {
        var plugins = PrivilegedNamespace.Create($"{name}-namespace", args.Namespace, Children.Root(this, options));
        _ = new Release(
            $"{name}-release",
            HelmReleases.Of(Pins.EfaDevicePlugin, plugins.Metadata.Apply(metadata => metadata.Name), EfaDevicePluginValues.For(args).ToValues()),
            Children.Root(this, options));
        RegisterOutputs();
    }
}
