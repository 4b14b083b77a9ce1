using System.Security.Cryptography;
using Infra.Planning.Model;
using Pulumi;

namespace Infra.Engine.Conversion;

/// <summary>
/// Shows where the content of an asset or archive comes from. A file is told by its path from the project's folder and a hash,
/// so that an edited file is a change.
/// </summary>
internal sealed class AssetConverter(string rootDirectory)
{
    public PlanValue Convert(AssetOrArchive asset) => asset switch
    {
        StringAsset { Text: var text } => new PlanValue.Asset(Content("text", text)),
        FileAsset { Path: var path } => new PlanValue.Asset(File(path)),
        RemoteAsset { Uri: var uri } => new PlanValue.Asset(Content("uri", uri)),
        FileArchive { Path: var path } => new PlanValue.Archive(File(path)),
        RemoteArchive { Uri: var uri } => new PlanValue.Archive(Content("uri", uri)),
        AssetArchive { Assets: var assets } => new PlanValue.Archive(ValueMap.Create([KeyValuePair.Create<string, PlanValue>(
            "assets", new PlanValue.Object(ValueMap.Create(assets.Select(a => KeyValuePair.Create(a.Key, Convert(a.Value))))))])),
        _ => throw new ArgumentException($"{asset.GetType()} is no kind of asset", nameof(asset)),
    };

    private ValueMap File(string path)
    {
        var full = Path.GetFullPath(path, rootDirectory);
        var relative = Path.GetRelativePath(rootDirectory, full).Replace(Path.DirectorySeparatorChar, '/');
        if (!System.IO.File.Exists(full))
        {
            return Content("path", relative);
        }

        using var content = System.IO.File.OpenRead(full);
        return ValueMap.Create([Part("path", relative), Part("sha256", System.Convert.ToHexStringLower(SHA256.HashData(content)))]);
    }

    private static ValueMap Content(string key, string text) => ValueMap.Create([Part(key, text)]);

    private static KeyValuePair<string, PlanValue> Part(string key, string text) => new(key, new PlanValue.String(text));
}
