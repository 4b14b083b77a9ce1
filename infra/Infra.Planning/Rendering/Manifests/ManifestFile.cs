namespace Infra.Planning.Rendering.Manifests;

/// <param name="Path">Below the output folder, with slashes.</param>
/// <param name="Text">The whole content.</param>
public sealed record ManifestFile(string Path, string Text);
