using Infra.Components.Helm;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Accelerators;
using Infra.Core.Configuration;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Accelerators;

/// <summary>NVIDIA's GPU operator: device plugin, feature discovery, DCGM exporter and MIG manager in one; it cuts GPUs, which the plugin alone doesn't.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace namespace whose pods may be privileged
/// NAME-metrics   the project's list of metrics
/// NAME-release   Helm release: the operator, which makes the daemon sets
/// </code>
/// Excludes <see cref="NvidiaDevicePlugin"/> and <see cref="DcgmExporter"/>, and pools whose AMI brings the plugin.
/// </remarks>
public sealed class GpuOperator : ComponentResource
{
    /// <summary>Declares the operator.</summary>
    /// <exception cref="ResourceException">MIG pools name their pieces in different ways.</exception>
    public GpuOperator(string name, GpuOperatorArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.GpuOperator, name, args, options)
    {
        var problems = new ConfigProblems();
        if (GpuOperatorValues.MigStrategies(args).Length > 1)
        {
            problems.Add(ConfigPath.Key(name, "pools"), "MIG pools have the strategies single and mixed; the GPU operator has one strategy for the cluster, so use the same for all of them");
        }

        problems.ThrowAt(this, ComponentTypes.GpuOperator);
        var operators = PrivilegedNamespace.Create($"{name}-namespace", args.Namespace, Children.Root(this, options));
        var namespaceName = operators.Metadata.Apply(metadata => metadata.Name);
        var metrics = new ConfigMap($"{name}-metrics", new ConfigMapArgs
        {
            Metadata = new ObjectMetaArgs { Name = GpuOperatorValues.MetricsConfigMap, Namespace = namespaceName, Labels = ManagedBy.Owned },
            Data = { ["dcgm-metrics.csv"] = DcgmMetrics.ToCsv() },
        }, Children.Root(this, options));
        _ = new Release(
            $"{name}-release",
            HelmReleases.Of(Pins.GpuOperator, namespaceName, GpuOperatorValues.For(args).ToValues()),
            Children.Root(this, options, metrics));
        RegisterOutputs();
    }
}
