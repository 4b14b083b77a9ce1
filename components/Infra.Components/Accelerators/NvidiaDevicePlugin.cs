using Infra.Components.Helm;
using Infra.Components.Nodes;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Versions;
using Pulumi;

namespace Infra.Components.Accelerators;

/// <summary>NVIDIA's device plugin: without it a node advertises no <c>nvidia.com/gpu</c> and every GPU pod stays Pending.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace namespace whose pods may be privileged: the plugin mounts the kubelet's device directory
/// NAME-release   Helm release: a daemon set on the named pools, tolerating their taints; one more for MPS, and for feature discovery
/// </code>
/// How a pool's GPUs are shared is a configuration that its nodes name by a label of the pool's contract.
/// Excludes the GPU operator, and pools whose AMI brings the plugin.
/// </remarks>
public sealed class NvidiaDevicePlugin : ComponentResource
{
    /// <summary>Declares the plugin.</summary>
    /// <exception cref="ResourceException">A pool's image brings the plugin; the message names every such pool.</exception>
    public NvidiaDevicePlugin(string name, NvidiaDevicePluginArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.NvidiaDevicePlugin, name, args, options)
    {
        RefusePoolsThatBringIt(name, args.Pools);
        PrivilegedRelease.Create(this, name, Pins.NvidiaDevicePlugin, args.Namespace, NvidiaDevicePluginValues.For(args).ToValues(), options);
        RegisterOutputs();
    }

    private void RefusePoolsThatBringIt(string name, List<PoolReferenceArgs> pools)
    {
        var problems = new ConfigProblems();
        for (var i = 0; i < pools.Count; i++)
        {
            if (pools[i].BringsDevicePlugin)
            {
                problems.Add(
                    ConfigPath.Index(ConfigPath.Key(name, "pools"), i),
                    $"the image of the pool '{pools[i].Name}' brings the device plugin, and two of them would fight over its GPUs; leave the pool out");
            }
        }

        if (!problems.IsEmpty)
        {
            throw new ResourceException(problems.Render(ComponentTypes.NvidiaDevicePlugin), this, hideStack: true);
        }
    }
}
