using Infra.Components.Security.Registry;
using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>Inputs of <see cref="Headroom"/>.</summary>
public sealed class HeadroomArgs : ResourceArgs
{
    /// <summary>Room to hold, one entry per pool.</summary>
    [Input("pools", required: true)]
    public required List<PoolHeadroomArgs> Pools { get; init; }

    /// <summary>Namespace of the pods, which the component creates. Default: <c>gpu-inference-headroom</c>.</summary>
    [Input("namespace")]
    public string Namespace { get; init; } = DefaultNamespace;

    /// <summary>Default of <see cref="Namespace"/>.</summary>
    public const string DefaultNamespace = "gpu-inference-headroom";

    /// <summary>The account's own registry, where pinned images come through it. Default: none; they are pulled from their publishers.</summary>
    [Input("imageCache")]
    public ImageCacheArgs? ImageCache { get; init; }
}

/// <summary>Room to hold on one pool.</summary>
public sealed class PoolHeadroomArgs : ResourceArgs
{
    /// <summary>The pool.</summary>
    [Input("pool", required: true)]
    public required PoolReferenceArgs Pool { get; init; }

    /// <summary>Places to hold, 1 or more.</summary>
    [Input("replicas", required: true)]
    public required int Replicas { get; init; }

    /// <summary>Devices of a place, as many as one pod of the pool's models asks for. Default: 1; 0 for pools without accelerators.</summary>
    [Input("devices")]
    public int Devices { get; init; } = 1;

    /// <summary>CPU of a place, in the form of Kubernetes. Default: <c>1</c>.</summary>
    [Input("cpu")]
    public string Cpu { get; init; } = "1";

    /// <summary>Memory of a place, in the form of Kubernetes. Default: <c>1Gi</c>.</summary>
    [Input("memory")]
    public string Memory { get; init; } = "1Gi";
}
