using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>The images that every node of a pool shall have.</summary>
public sealed class PulledImagesArgs : ResourceArgs
{
    /// <summary>The pool.</summary>
    [Input("pool", required: true)]
    public required PoolReferenceArgs Pool { get; init; }

    /// <summary>Images with tag or digest, as the pods name them; at least one, each once.</summary>
    [Input("images", required: true)]
    public required List<string> Images { get; init; }
}
