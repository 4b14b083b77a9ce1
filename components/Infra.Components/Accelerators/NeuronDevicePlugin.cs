using Infra.Components.Helm;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;

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
        var plugins = PrivilegedNamespace.Create($"{name}-namespace", args.Namespace, Children.Root(this, options));
        _ = new Release(
            $"{name}-release",
            HelmReleases.Of(Pins.Neuron, plugins.Metadata.Apply(metadata => metadata.Name), NeuronDevicePluginValues.For(args).ToValues()),
            Children.Root(this, options));
        RegisterOutputs();
    }
}
