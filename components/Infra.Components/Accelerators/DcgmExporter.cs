using Infra.Components.Helm;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;

namespace Infra.Components.Accelerators;

/// <summary>NVIDIA's DCGM exporter with the project's own list of metrics, on every node of the pools.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace namespace whose pods may be privileged: profiling metrics take the capability SYS_ADMIN
/// NAME-release   Helm release: a daemon set on the named pools, and a ServiceMonitor where Prometheus scrapes it
/// </code>
/// Excludes the GPU operator, which brings the exporter itself.
/// </remarks>
public sealed class DcgmExporter : ComponentResource
{
    /// <summary>Declares the exporter.</summary>
    public DcgmExporter(string name, DcgmExporterArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.DcgmExporter, name, args, options)
    {
        var exporters = PrivilegedNamespace.Create($"{name}-namespace", args.Namespace, Children.Root(this, options));
        _ = new Release(
            $"{name}-release",
            HelmReleases.Of(Pins.DcgmExporter, exporters.Metadata.Apply(metadata => metadata.Name), DcgmExporterValues.For(args).ToValues()),
            Children.Root(this, options));
        RegisterOutputs();
    }
}
