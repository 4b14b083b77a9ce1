using Pulumi;

namespace Infra.Components.Security.ExternalSecrets;

/// <summary>An entry of the store of <see cref="ExternalSecretsOperator"/>.</summary>
public sealed class ExternalEntryArgs : ResourceArgs
{
    /// <summary>Name of the entry, e.g. <c>inference/huggingface-token</c>.</summary>
    [Input("entry", required: true)]
    public required string Entry { get; init; }

    /// <summary>Property of the JSON object that the entry is. Default: none, the entry is the value.</summary>
    [Input("property")]
    public string? Property { get; init; }
}
