using Infra.Components.Nodes;
using Pulumi;

namespace Infra.Components.Queues;

/// <summary>Inputs of <see cref="PoolFlavors"/>.</summary>
public sealed class PoolFlavorsArgs : ResourceArgs
{
    /// <summary>The pools whose devices are shared out; at least one.</summary>
    [Input("pools", required: true)]
    public required List<PoolReferenceArgs> Pools { get; init; }
}
