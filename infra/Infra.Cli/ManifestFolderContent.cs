using Infra.Planning.Rendering.Manifests;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli;

/// <summary>Tells what render has made from what it hasn't.</summary>
internal static class ManifestFolderContent
{
    /// <summary>How the folder begins in which a rendering waits for its place.</summary>
    public const string StagingPrefix = ".rendering-";

    /// <summary>The first entry that no rendering has made, with a slash at the end of a folder; null where there is none. Nothing below a foreign folder is looked at.</summary>
    public static string? FirstForeign(string folder)
    {
        var files = Made(folder);
        var folders = files.SelectMany(Parents).ToHashSet(StringComparer.Ordinal);
        return FirstForeign(new DirectoryInfo(folder), "", files, folders);
    }

    private static string? FirstForeign(DirectoryInfo folder, string prefix, HashSet<string> files, HashSet<string> folders)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(static entry => entry.Name, StringComparer.Ordinal))
        {
            var path = prefix + entry.Name;
            // A link to a folder is somebody's own: what it leads to is not looked at.
            var foreign = entry is not DirectoryInfo { LinkTarget: null } below
                ? (files.Contains(path) ? null : path)
                : folders.Contains(path) ? FirstForeign(below, path + "/", files, folders) : path + "/";
            if (foreign is not null)
            {
                return foreign;
            }
        }
        return null;
    }

    private static IEnumerable<string> Parents(string file)
    {
        for (var at = file.IndexOf('/', StringComparison.Ordinal); at >= 0; at = file.IndexOf('/', at + 1))
        {
            yield return file[..at];
        }
    }

    /// <summary>The files of the rendering that the folder's index tells of; none where there is no index, or somebody else's.</summary>
    private static HashSet<string> Made(string folder)
    {
        var index = Path.Combine(folder, ManifestRendering.IndexFile);
        if (!File.Exists(index))
        {
            return [];
        }
        try
        {
            var document = JObject.Parse(File.ReadAllText(index));
            return document["schemaVersion"]?.Type == JTokenType.Integer && document["steps"] is JArray
                ? [.. document.SelectTokens("steps[*].files[*].file").OfType<JValue>().Select(static file => file.Value).OfType<string>(), ManifestRendering.IndexFile, ManifestRendering.ReadmeFile]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
