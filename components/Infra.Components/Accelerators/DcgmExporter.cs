using Infra.Components.Helm;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;

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
        PrivilegedRelease.Create(this, name, Pins.DcgmExporter, args.Namespace, DcgmExporterValues.For(args).ToValues(), options);
        RegisterOutputs();
    }
}
