namespace Infra.Capacity.Platform;

/// <summary>How long a replica takes to serve once it has a node that is ready: cold-start terms without their safety factor, in microseconds.</summary>
/// <param name="ImageMicros">Pull of the server's image by a node that hasn't got it.</param>
/// <param name="ImageOnNodeMicros">Start from an image that the node has.</param>
/// <param name="CopyMicros">Copy of the model to the node, for each replica.</param>
/// <param name="EngineMicros">The server's start: weights into GPU memory, compilation, warm-up.</param>
public sealed record StartTimes(long ImageMicros, long ImageOnNodeMicros, long CopyMicros, long EngineMicros)
{
    /// <summary>From the node to the first request.</summary>
    /// <param name="hasImage">Whether the node has the image.</param>
    public long Micros(bool hasImage) => (hasImage ? Math.Min(ImageOnNodeMicros, ImageMicros) : ImageMicros) + CopyMicros + EngineMicros;
}
