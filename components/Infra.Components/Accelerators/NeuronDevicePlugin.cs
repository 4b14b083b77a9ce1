using Infra.Components.Helm;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;

namespace Infra.Components.Accelerators;

/// <summary>AWS' device plugin for Inferentia and Trainium: advertises <c>aws.amazon.com/neuron</c> and <c>aws.amazon.com/neuroncore</c>.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace namespace whose pods may mount files of the node
/// NAME-release   Helm release: a daemon set on the named pools, without the chart's scheduler extension and problem detector
/// </code>
/// </remarks>
public sealed class NeuronDevicePlugin : ComponentResource
{
    /// <summary>Declares the plugin.</summary>
    public NeuronDevicePlugin(string name, NeuronDevicePluginArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.NeuronDevicePlugin, name, args, options)
    {
        PrivilegedRelease.Create(this, name, Pins.Neuron, args.Namespace, NeuronDevicePluginValues.For(args).ToValues(), options);
        RegisterOutputs();
    }
}
