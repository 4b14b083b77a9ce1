namespace Infra.Planning.Rendering.Manifests;

/// <summary>A file of a rendering. Its text is made when it is asked for, each time anew: of thousands only one is held.</summary>
/// <param name="Path">Below the output folder, with slashes.</param>
public sealed record ManifestFile(string Path, Func<string> Write)
{
    /// <summary>The whole content.</summary>
    public string Text => Write();
}
