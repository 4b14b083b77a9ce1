namespace Infra.Core.Serving.ColdStart;

/// <summary>How the server's image gets to the node.</summary>
public enum ImageDelivery
{
    /// <summary>containerd pulls it, layer by layer.</summary>
    Pull,

    /// <summary>The SOCI snapshotter pulls and unpacks layers in parallel (<see cref="Nodes.NodeImageRules"/>).</summary>
    ParallelPull,

    /// <summary>The node's data volume is made from a snapshot that has it (Bottlerocket), or a daemon set pulled it before.</summary>
    OnNode,
}
