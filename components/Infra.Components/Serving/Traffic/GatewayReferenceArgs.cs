using Pulumi;

namespace Infra.Components.Serving.Traffic;

/// <summary>The gateway that a model's routes belong to.</summary>
public sealed class GatewayReferenceArgs : ResourceArgs
{
    /// <summary>Its name.</summary>
    [Input("name", required: true)]
    public required string Name { get; init; }

    /// <summary>Its namespace; take it from the namespace's outputs where the same program creates it.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }
}
