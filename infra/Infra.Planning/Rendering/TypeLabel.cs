namespace Infra.Planning.Rendering;

/// <summary>How people read a type token.</summary>
public static class TypeLabel
{
    private static readonly Dictionary<string, string> _packages = new(StringComparer.Ordinal)
    {
        ["aws"] = "AWS",
        ["kubernetes"] = "Kubernetes",
        ["random"] = "Random",
    };

    /// <summary>
    /// Bridged providers repeat the class as a module: <c>aws:s3/bucket:Bucket</c> is <c>aws:s3:Bucket</c>, as Pulumi
    /// shows it. Other tokens stay as they are.
    /// </summary>
    public static string Of(string type)
    {
        var parts = type.Split(':');
        if (parts is not [_, _, { Length: > 0 }])
        {
            return type;
        }

        var slash = parts[1].LastIndexOf('/');
        var repeated = char.ToLowerInvariant(parts[2][0]) + parts[2][1..];
        return slash >= 0 && parts[1][(slash + 1)..] == repeated
            ? $"{parts[0]}:{parts[1][..slash]}:{parts[2]}"
            : type;
    }

    public static string OfPackage(string package) => _packages.GetValueOrDefault(package, package);
}
