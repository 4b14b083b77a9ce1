namespace Infra.Capture;

/// <summary>A property that differs, according to the provider.</summary>
/// <param name="Path">Such as <c>spec.containers[0].image</c>.</param>
/// <param name="Kind"><c>add</c>, <c>update</c> or <c>delete</c>; with <c>-replace</c> where it replaces the resource.</param>
/// <param name="IsInputDiff">Whether old and new inputs differ, rather than the old state and the new inputs.</param>
public sealed record CapturedChange(string Path, string Kind, bool IsInputDiff)
{
    public bool Replaces => Kind.EndsWith("-replace", StringComparison.Ordinal);
}
