using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Engine.Yaml;
using Infra.Planning.Model;

namespace Infra.Engine.Configuration;

/// <summary>
/// What <c>Pulumi.ENVIRONMENT.yaml</c> says, read as Pulumi reads it. Where <see cref="Problems"/> isn't empty the rest
/// is incomplete and must not be used.
/// </summary>
public sealed record EnvironmentFile
{
    /// <summary>The file as messages name it, without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>The file's folder, as an absolute path.</summary>
    public required string Folder { get; init; }

    /// <summary>The environment, which is the stack's name: <c>dev</c> for <c>Pulumi.dev.yaml</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>
    /// Full keys (<c>gpu-inference:pools</c>) to what <c>Pulumi.Config</c> reads: text as it is, numbers and flags in JSON
    /// notation, structures as JSON. Encrypted keys aren't among them.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Config { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Keys whose value only Pulumi can decrypt.</summary>
    public ImmutableSortedSet<string> EncryptedKeys { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>
    /// Where a <c>secure:</c> stands inside a structured value, such as <c>gpu-inference:models[0].token</c>. The value in
    /// <see cref="Config"/> still has the <c>{"secure": "…"}</c>, so that the program's own check refuses it in place.
    /// </summary>
    public ImmutableArray<string> NestedSecrets { get; init; } = [];

    /// <summary>What was set on top of the file, in this order.</summary>
    public ImmutableArray<OverriddenPath> OverriddenPaths { get; init; } = [];

    /// <summary>Packages, or <c>*</c>: what <c>pulumi:disable-default-providers</c> lists.</summary>
    public ImmutableSortedSet<string> DisabledDefaultProviders { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>What a reader of the preview should know about the file although it isn't wrong.</summary>
    public ImmutableArray<PlanDiagnostic> Diagnostics { get; init; } = [];

    public ConfigProblems Problems { get; init; } = new();

    /// <summary>Reads a file; a missing or malformed one gives <see cref="Problems"/>, never an exception.</summary>
    /// <param name="projectName">The namespace of keys that name none.</param>
    /// <param name="overrides">What to set on top of the file.</param>
    public static EnvironmentFile Read(string path, string projectName, ConfigOverrides? overrides = null)
    {
        var problems = new ConfigProblems();
        if (!File.Exists(path))
        {
            problems.Add(YamlFile.WholeFile, Missing(path));
        }
        else if (YamlFile.ReadText(path, problems) is { } text)
        {
            return Parse(text, path, projectName, overrides);
        }

        return Empty(path) with { Problems = problems };
    }

    /// <summary>Reads text as <see cref="Read"/> reads the text of a file.</summary>
    /// <param name="path">Where the text comes from; it need not exist.</param>
    public static EnvironmentFile Parse(string text, string path, string projectName, ConfigOverrides? overrides = null) =>
        EnvironmentReader.Read(text, Empty(path), projectName, overrides ?? ConfigOverrides.None);

    /// <summary>Says where and how a problem is to be mended: in the file, or in what was set on top of it.</summary>
    public ConfigProblem Locate(ConfigProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (OverriddenPaths.LastOrDefault(overridden => ConfigPath.IsAtOrBelow(problem.Path, overridden.Outermost)) is null)
        {
            return problem;
        }

        var notation = OverriddenPaths.LastOrDefault(overridden => overridden.Value == problem.Path)?.Notation;
        return problem with
        {
            Path = $"{ConfigOverrides.Option} {problem.Path}",
            Notation = problem.Notation is null ? null : notation ?? problem.Notation,
        };
    }

    private static EnvironmentFile Empty(string path) => new()
    {
        FileName = Path.GetFileName(path),
        Folder = Path.GetDirectoryName(Path.GetFullPath(path))!,
        Environment = NameOf(path),
    };

    // An environment's file may also be called as one likes.
    private static string NameOf(string path) =>
        EnvironmentFileName.EnvironmentOf(Path.GetFileName(path)) ?? Path.GetFileNameWithoutExtension(path);

    private static string Missing(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(static file => Path.GetFileName(file)) : [];
        return EnvironmentFileName.Missing(NameOf(path), EnvironmentFileName.EnvironmentsAmong(files));
    }
}
