using Pulumi;

namespace Infra.Components.Monitoring.Traces;

/// <summary>A header with which the receiver of traces is asked, such as <c>authorization</c>; its value is a secret.</summary>
public sealed class TraceHeaderArgs : ResourceArgs
{
    /// <summary>Name of the header.</summary>
    [Input("name", required: true)]
    public required string Name { get; init; }

    /// <summary>Its value; it becomes a Secret. Either this or <see cref="ExistingSecret"/>.</summary>
    [Input("value")]
    public Input<string>? Value { get; init; }

    /// <summary>Name of a Secret that others put into the collector's namespace. Either this or <see cref="Value"/>.</summary>
    [Input("existingSecret")]
    public string? ExistingSecret { get; init; }

    /// <summary>Key of the value in that Secret. Default: value.</summary>
    [Input("key")]
    public string Key { get; init; } = DefaultKey;

    /// <summary>Default of <see cref="Key"/>.</summary>
    public const string DefaultKey = "value";
}
