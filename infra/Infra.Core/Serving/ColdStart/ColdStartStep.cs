namespace Infra.Core.Serving.ColdStart;

/// <summary>What happens between "pod created" and "ready", in this order.</summary>
public enum ColdStartStep
{
    /// <summary>A node is launched and joins the cluster.</summary>
    Node,

    /// <summary>The server's image gets to the node.</summary>
    Image,

    /// <summary>The model's files are copied to the node, before the server starts.</summary>
    Copy,

    /// <summary>The server reads the weights into GPU memory.</summary>
    Load,

    /// <summary>The server compiles, measures and warms up.</summary>
    Engine,
}
