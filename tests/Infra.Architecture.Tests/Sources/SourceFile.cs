using System.Collections.Immutable;
using Infra.TestKit;

namespace Infra.Architecture.Tests.Sources;

/// <summary>A C# file of ours.</summary>
internal sealed record SourceFile(string Path, ImmutableArray<string> Lines)
{
    public static SourceFile Parse(string path, string text) => new(path, [.. text.TrimEnd('\n').Split('\n')]);

    /// <summary>The C# files below these folders, in ordinal order.</summary>
    public static ImmutableArray<SourceFile> Below(params ReadOnlySpan<string> folders) =>
    [
        .. folders.ToArray()
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => System.IO.Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Where(path => !path.Split('/').Intersect(["bin", "obj"]).Any())
            .Order(StringComparer.Ordinal)
            .Select(path => Parse(path, File.ReadAllText(RepositoryRoot.Combine(path)))),
    ];
}
