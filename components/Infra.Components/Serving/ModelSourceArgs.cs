using Infra.Core.Serving;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>Where a model's files come from; exactly one of the three is set.</summary>
public sealed class ModelSourceArgs : ResourceArgs
{
    /// <summary>Directory in S3, <c>s3://BUCKET/PATH</c>, that holds the model's versions; read with the pod's own role.</summary>
    [Input("s3Uri")]
    public Input<string>? S3Uri { get; init; }

    /// <summary>HTTPS address of a gzipped tar archive that holds one SavedModel at any depth.</summary>
    [Input("archiveUrl")]
    public string? ArchiveUrl { get; init; }

    /// <summary>AWS region for <see cref="S3Uri"/>.</summary>
    [Input("region")]
    public string? Region { get; init; }

    /// <summary>Repository at Hugging Face, <c>ORGANISATION/NAME</c>, which the server downloads.</summary>
    [Input("huggingFace")]
    public string? HuggingFace { get; init; }

    /// <summary>Commit or tag of <see cref="HuggingFace"/>.</summary>
    [Input("revision")]
    public string? Revision { get; init; }

    /// <summary>Which kind it is.</summary>
    internal ModelSourceKind Kind => this switch
    {
        { S3Uri: not null } => ModelSourceKind.S3,
        { ArchiveUrl: not null } => ModelSourceKind.Archive,
        { HuggingFace: not null } => ModelSourceKind.HuggingFace,
        _ => ModelSourceKind.None,
    };
}
