namespace Infra.Core.Serving;

/// <summary>How vLLM reads the weights of a language model.</summary>
public enum TensorLoader
{
    /// <summary>Its own loader of safetensors files, one tensor after the other; from S3 they are copied to the node first.</summary>
    Safetensors,

    /// <summary>Run:ai Model Streamer: many reads at a time, from a mounted directory or right from S3, where nothing touches a disk.</summary>
    Streamer,
}
