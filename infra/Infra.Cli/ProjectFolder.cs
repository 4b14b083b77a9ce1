using Infra.Core.Configuration;

namespace Infra.Cli;

/// <summary>The folder that holds <c>Pulumi.yaml</c> and one <c>Pulumi.&lt;environment&gt;.yaml</c> per environment.</summary>
internal sealed class ProjectFolder(string path)
{
    private const string ProjectFile = "Pulumi.yaml";

    public string Path { get; } = path;

    public string EnvironmentFile(string environment) => System.IO.Path.Combine(Path, EnvironmentFileName.Of(environment));

    /// <exception cref="UsageException">There is no such environment.</exception>
    public void RequireEnvironment(string name)
    {
        var environments = EnvironmentFileName.EnvironmentsAmong(Directory.EnumerateFiles(Path).Select(file => System.IO.Path.GetFileName(file)));
        if (!environments.Contains(name))
        {
            throw new UsageException(EnvironmentFileName.Missing(name, environments));
        }
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
