namespace Infra.Capacity.Platform;

/// <summary>How long a replica takes to serve once it has a node that is ready: cold-start terms without their safety factor, in microseconds.</summary>
/// <param name="ImageMicros">Pull of the server's image by a node that hasn't got it.</param>
/// <param name="ImageOnNodeMicros">Start from an image that the node has.</param>
/// <param name="CopyMicros">Copy of the model to the node, for each replica.</param>
/// <param name="EngineMicros">The server's start: weights into GPU memory, compilation, warm-up.</param>
public sealed record StartTimes(long ImageMicros, long ImageOnNodeMicros, long CopyMicros, long EngineMicros)
{
    /// <summary>When a replica serves that has its node now.</summary>
    /// <param name="nowMicros">Now.</param>
    /// <param name="imageMicros">When the node has the image: perhaps another replica's pull is on its way.</param>
    public long ReadyAt(long nowMicros, long imageMicros) => Math.Max(nowMicros + Math.Min(ImageOnNodeMicros, ImageMicros), imageMicros) + CopyMicros + EngineMicros;
}
