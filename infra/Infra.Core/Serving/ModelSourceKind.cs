namespace Infra.Core.Serving;

/// <summary>The kinds of <see cref="ModelSource"/>, as runtimes tell them apart.</summary>
public enum ModelSourceKind
{
    /// <summary>Nowhere: the image has the model.</summary>
    None,

    /// <summary>A directory in S3.</summary>
    S3,

    /// <summary>An archive with a SavedModel.</summary>
    Archive,

    /// <summary>A repository at Hugging Face.</summary>
    HuggingFace,
}
