using Infra.Core.Configuration;
using Infra.Engine.Yaml;

namespace Infra.Engine.Configuration;

/// <summary>The part of <c>Pulumi.yaml</c> that a preview needs: the project's name, which is in every URN.</summary>
public sealed record ProjectFile
{
    public const string FileName = "Pulumi.yaml";

    /// <summary>Empty when there are <see cref="Problems"/>.</summary>
    public string Name { get; init; } = "";

    public ConfigProblems Problems { get; init; } = new();

    /// <summary>Reads a file; a missing or malformed one gives <see cref="Problems"/>, never an exception.</summary>
    public static ProjectFile Read(string path)
    {
        var problems = new ConfigProblems();
        if (!File.Exists(path))
        {
            problems.Add(YamlFile.WholeFile, $"there is no {FileName} in {Shown.Quoted(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? "")}; run in the project's folder");
        }
        else if (YamlFile.ReadText(path, problems) is { } text)
        {
            return Parse(text);
        }

        return new ProjectFile { Problems = problems };
    }

    public static ProjectFile Parse(string text)
    {
        var problems = new ConfigProblems();
        if (YamlFile.ReadMapping(text, problems) is not { } properties || !problems.IsEmpty)
        {
            return new ProjectFile { Problems = problems };
        }

        var name = properties.FirstOrDefault(static p => p.Key == "name")?.Value;
        if (name is YamlScalar { Kind: ScalarKind.String, Text.Length: > 0 } found)
        {
            return new ProjectFile { Name = found.Text };
        }

        problems.Add("name", name is null ? "is missing; the project's name is required" : $"{YamlFile.Describe(name)} was found; the project's name is required");
        return new ProjectFile { Problems = problems };
    }
}
