using Infra.Components.Security.ExternalSecrets;
using Pulumi;

namespace Infra.Components.Monitoring.Traces;

/// <summary>A header with which the receiver of traces is asked, such as <c>authorization</c>; its value is a secret.</summary>
public sealed class TraceHeaderArgs : ResourceArgs
{
    /// <summary>Name of the header.</summary>
    [Input("name", required: true)]
    public required string Name { get; init; }

    /// <summary>Its value; it becomes a Secret. Either this, <see cref="ExistingSecret"/> or <see cref="Entry"/>.</summary>
    [Input("value")]
    public Input<string>? Value { get; init; }

    /// <summary>Name of a Secret that others put into the collector's namespace.</summary>
    [Input("existingSecret")]
    public string? ExistingSecret { get; init; }

    /// <summary>Entry of the store of secrets that has its value; the component has to wait for External Secrets.</summary>
    [Input("entry")]
    public ExternalEntryArgs? Entry { get; init; }

    /// <summary>Key of the value in that Secret. Default: value.</summary>
    [Input("key")]
    public string Key { get; init; } = DefaultKey;

    /// <summary>Default of <see cref="Key"/>.</summary>
    public const string DefaultKey = "value";
}
