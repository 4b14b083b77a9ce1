using Pulumi;

namespace Infra.Components.Serving;

/// <summary>A key of a Secret in the model's namespace.</summary>
public sealed class SecretKeyArgs : ResourceArgs
{
    /// <summary>Name of the Secret.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    /// <summary>Its key.</summary>
    [Input("key", required: true)]
    public required string Key { get; init; }
}
