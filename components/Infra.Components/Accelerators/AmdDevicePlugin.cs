using Infra.Components.Security.Registry;
using Infra.Core;
using Infra.Core.Nodes;
using Infra.Core.Versions;
using Pulumi;

namespace Infra.Components.Accelerators;

/// <summary>AMD's device plugin: advertises Instinct and other AMD GPUs as <c>amd.com/gpu</c>.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace  namespace whose pods may mount files of the node
/// NAME-daemon-set the plugin, on the named pools
/// </code>
/// For edge pools and existing nodes: EC2 has no current instance type with such devices. The nodes bring the driver <c>amdgpu</c> themselves.
/// </remarks>
public sealed class AmdDevicePlugin : ComponentResource
{
    /// <summary>Declares the plugin.</summary>
    /// <exception cref="ResourceException">A pool has other devices; the message names every such pool.</exception>
    public AmdDevicePlugin(string name, AmdDevicePluginArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.AmdDevicePlugin, name, args, options)
    {
        new DevicePluginDaemonSet
        {
            Name = AmdDevicePluginArgs.DefaultNamespace,
            Vendor = DeviceVendor.Amd,
            Image = ImageCacheArgs.Reference(args.ImageCache, Pins.AmdDevicePlugin),
            // As the chart of the plugin has it: GPUs are found there, and nothing needs a privilege.
            NodeDirectories = new Dictionary<string, string> { ["sys"] = "/sys" },
        }.Create(this, ComponentTypes.AmdDevicePlugin, name, args.Namespace, args.Pools, options);
        RegisterOutputs();
    }
}
