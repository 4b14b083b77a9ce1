namespace Infra.Planning.Policies.Manifests;

/// <summary>A file of manifests.</summary>
/// <param name="File">Its path, as a user knows it.</param>
/// <param name="Text">What it holds.</param>
public sealed record ManifestText(string File, string Text);
