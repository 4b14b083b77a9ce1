namespace Infra.Components.Storage;

/// <summary>A directory of a bucket that somebody may read, or write too.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Path">Directory without slashes at either end; empty for the whole bucket.</param>
/// <param name="Writes">Whether it may be written, and files deleted.</param>
public sealed record BucketGrant(IBucket Bucket, string Path, bool Writes);
