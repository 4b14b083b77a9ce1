namespace Infra.Core.Models;

/// <summary>What a model does.</summary>
public enum ModelTask
{
    /// <summary>Writes text: a large language model.</summary>
    TextGeneration,

    /// <summary>Turns text into vectors or labels.</summary>
    TextEncoding,

    /// <summary>Says what a picture shows.</summary>
    ImageClassification,

    /// <summary>Writes down speech.</summary>
    SpeechRecognition,

    /// <summary>Paints what a text says.</summary>
    TextToImage,

    /// <summary>Something that the catalogue doesn't know; a model that a user describes.</summary>
    Other,
}
