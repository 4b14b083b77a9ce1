using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Cli;

/// <summary>The folder that holds <c>Pulumi.yaml</c> and one <c>Pulumi.&lt;environment&gt;.yaml</c> per environment.</summary>
internal sealed class ProjectFolder(string path)
{
    private const string ProjectFile = "Pulumi.yaml";
    private const string Prefix = "Pulumi.";
    private const string Extension = ".yaml";

    public string Path { get; } = path;

    /// <summary>The names of the environments, in ordinal order.</summary>
    public ImmutableArray<string> Environments =>
    [
        .. Directory.EnumerateFiles(Path, $"{Prefix}*{Extension}")
            .Select(file => System.IO.Path.GetFileName(file)!)
            .Where(name => name.Length > Prefix.Length + Extension.Length && name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    public string EnvironmentFile(string environment) => System.IO.Path.Combine(Path, $"{Prefix}{environment}{Extension}");

    /// <exception cref="UsageException">There is no such environment.</exception>
    public void RequireEnvironment(string name)
    {
        var environments = Environments;
        if (environments.Contains(name))
        {
            return;
        }
        var suggestion = Suggestion.Nearest(name, environments) is { } near ? $"; did you mean '{near}'?" : "";
        throw new UsageException(
            $"there is no environment '{name}'{suggestion}",
            environments.IsEmpty ? $"Write {EnvironmentFile(name)}; there is none yet." : $"There are: {string.Join(", ", environments)}.");
    }

    /// <summary>The nearest folder with a <c>Pulumi.yaml</c>, from <paramref name="start"/> upwards.</summary>
    public static ProjectFolder Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, ProjectFile)))
            {
                return new ProjectFolder(folder.FullName);
            }
        }
        throw new UsageException($"there is no {ProjectFile} in '{start}' or above it", "Start the command from a checkout of this repository: ./run");
    }
}
