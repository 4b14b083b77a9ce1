using Infra.Core.Configuration;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>Paths below a resource's inputs, in the notation of configuration paths.</summary>
internal static class ValuePath
{
    public static string Of(string path, string key) => path.Length > 0 ? ConfigPath.Key(path, key) : key;

    public static string Of(string path, int index) => ConfigPath.Index(path, index);
}
