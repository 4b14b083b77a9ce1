using System.Security.Cryptography;
using Infra.Planning.Model;
using Pulumi;

namespace Infra.Engine.Conversion;

/// <summary>
/// Shows an asset or archive as an object that says its kind (<c>asset</c> or <c>archive</c>) and where its content comes
/// from. A file is told by its path from the project's folder and a hash, so that an edited file is a change.
/// </summary>
internal sealed class AssetConverter(string rootDirectory)
{
    public PlanValue Convert(AssetOrArchive asset) => asset switch
    {
        StringAsset { Text: var text } => Shown("asset", "text", ("text", new PlanValue.String(text))),
        FileAsset { Path: var path } => File("asset", path),
        RemoteAsset { Uri: var uri } => Shown("asset", "remote", ("uri", new PlanValue.String(uri))),
        FileArchive { Path: var path } => File("archive", path),
        RemoteArchive { Uri: var uri } => Shown("archive", "remote", ("uri", new PlanValue.String(uri))),
        AssetArchive { Assets: var assets } => Shown("archive", "assets", ("assets", new PlanValue.Object(
            ValueMap.Create(assets.Select(a => KeyValuePair.Create(a.Key, Convert(a.Value))))))),
        _ => throw new ArgumentException($"{asset.GetType()} is no kind of asset", nameof(asset)),
    };

    private PlanValue.Object File(string key, string path)
    {
        var full = Path.GetFullPath(path, rootDirectory);
        var relative = Path.GetRelativePath(rootDirectory, full).Replace(Path.DirectorySeparatorChar, '/');
        var shown = ("path", (PlanValue)new PlanValue.String(relative));
        if (!System.IO.File.Exists(full))
        {
            return Shown(key, "file", shown);
        }

        using var content = System.IO.File.OpenRead(full);
        var hash = System.Convert.ToHexStringLower(SHA256.HashData(content));
        return Shown(key, "file", shown, ("sha256", new PlanValue.String(hash)));
    }

    private static PlanValue.Object Shown(string key, string kind, params (string Key, PlanValue Value)[] more) =>
        new(ValueMap.Create(more.Select(m => KeyValuePair.Create(m.Key, m.Value)).Prepend(new(key, new PlanValue.String(kind)))));
}
