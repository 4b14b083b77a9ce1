using Infra.Components.Helm;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;

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
        PrivilegedRelease.Create(this, name, Pins.EfaDevicePlugin, args.Namespace, EfaDevicePluginValues.For(args).ToValues(), options);
        RegisterOutputs();
    }
}
