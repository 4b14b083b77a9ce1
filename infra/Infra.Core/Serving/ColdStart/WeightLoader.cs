namespace Infra.Core.Serving.ColdStart;

/// <summary>How the server reads weights into GPU memory.</summary>
public enum WeightLoader
{
    /// <summary>By itself, within the time that its start takes anyway: models of moderate size.</summary>
    WithinStart,

    /// <summary>vLLM's own loader of safetensors files, one tensor after the other.</summary>
    Safetensors,

    /// <summary>Run:ai Model Streamer (<c>--load-format runai_streamer</c>): many reads at a time, from files or S3.</summary>
    Streamer,
}
