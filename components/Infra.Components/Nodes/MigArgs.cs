using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>How every GPU of a pool is cut into pieces, as component input.</summary>
public sealed class MigArgs : ResourceArgs
{
    /// <summary>Name of a layout as NVIDIA's MIG manager knows it, e.g. <c>all-1g.10gb</c>.</summary>
    [Input("layout", required: true)]
    public required string Layout { get; init; }

    /// <summary>Whether pieces are advertised by their size (<c>nvidia.com/mig-1g.10gb</c>). Default: false, as <c>nvidia.com/gpu</c>, for which all must be equal.</summary>
    [Input("mixed")]
    public bool Mixed { get; init; }
}
