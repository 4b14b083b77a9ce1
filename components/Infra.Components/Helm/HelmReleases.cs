using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;

namespace Infra.Components.Helm;

/// <summary>Inputs of Helm releases of pinned charts.</summary>
internal static class HelmReleases
{
    /// <summary>A release named after its chart.</summary>
    public static ReleaseArgs Of(ChartPin chart, Input<string> @namespace, Dictionary<string, object> values)
    {
        var args = new ReleaseArgs
        {
            Name = chart.Name,
            // A chart in an OCI registry has no repository beside its own address.
            Chart = chart.IsOci ? chart.Repository : chart.Name,
            Version = chart.Version,
            Namespace = @namespace,
            Values = values,
        };
        if (!chart.IsOci)
        {
            args.RepositoryOpts = new RepositoryOptsArgs { Repo = chart.Repository };
        }

        return args;
    }
}
