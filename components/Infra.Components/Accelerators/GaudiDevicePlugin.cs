using Infra.Core;
using Infra.Core.Nodes;
using Infra.Core.Versions;
using Pulumi;

namespace Infra.Components.Accelerators;

/// <summary>Intel's device plugin for Gaudi: advertises the accelerators as <c>habana.ai/gaudi</c>.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace  namespace whose pods may mount files of the node
/// NAME-daemon-set the plugin, on the named pools
/// </code>
/// For edge pools and existing nodes: EC2 has no current instance type with such devices. The nodes bring driver and <c>habana-container-runtime</c> themselves.
/// </remarks>
public sealed class GaudiDevicePlugin : ComponentResource
{
    /// <summary>Declares the plugin.</summary>
    /// <exception cref="ResourceException">A pool has other devices; the message names every such pool.</exception>
    public GaudiDevicePlugin(string name, GaudiDevicePluginArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.GaudiDevicePlugin, name, args, options)
    {
        new DevicePluginDaemonSet
        {
            Name = GaudiDevicePluginArgs.DefaultNamespace,
            Vendor = DeviceVendor.Gaudi,
            Image = Pins.GaudiDevicePlugin.Reference,
            // As Intel's manifest has it: the plugin asks the driver for the health of the devices.
            Privileged = true,
        }.Create(this, ComponentTypes.GaudiDevicePlugin, name, args.Namespace, args.Pools, options);
        RegisterOutputs();
    }
}
