using System.Collections.Immutable;
using System.Xml.Linq;
using Infra.TestKit;

namespace Infra.Architecture.Tests.Projects;

/// <summary>What a project file says about itself, as written; nothing is evaluated.</summary>
internal sealed record ProjectFile(string Name, string Path, bool IsEmbeddedOnly, ImmutableArray<Reference> References)
{
    private static readonly string[] _folders = ["infra", "components", "stacks", "embedded", "tests", "benchmarks", "examples"];

    /// <summary>Every project of the repository, in ordinal order of their paths.</summary>
    public static ImmutableArray<ProjectFile> All { get; } =
    [
        .. _folders
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.csproj", SearchOption.AllDirectories))
            .Select(file => System.IO.Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(path => Parse(path, File.ReadAllText(RepositoryRoot.Combine(path)))),
    ];

    public static ProjectFile Parse(string path, string xml)
    {
        var project = XDocument.Parse(xml).Root!;
        return new ProjectFile(
            System.IO.Path.GetFileNameWithoutExtension(path),
            path,
            project.Descendants("EmbeddedBuildOnly").Any(e => e.Value == "true"),
            [
                .. ReferencesOf(project, "ProjectReference", ReferenceKind.Project),
                .. ReferencesOf(project, "PulumiReference", ReferenceKind.Pulumi),
                .. ReferencesOf(project, "PackageReference", ReferenceKind.Package),
            ]);
    }

    private static IEnumerable<Reference> ReferencesOf(XElement project, string element, ReferenceKind kind) =>
        from item in project.Descendants(element)
        from include in item.Attribute("Include")!.Value.Split(';', StringSplitOptions.RemoveEmptyEntries)
        let name = kind == ReferenceKind.Project ? System.IO.Path.GetFileNameWithoutExtension(include.Replace('\\', '/')) : include
        select new Reference(
            kind,
            name,
            (item.Attribute("Condition") ?? item.Parent!.Attribute("Condition"))?.Value,
            item.Attribute("Version")?.Value ?? item.Attribute("VersionOverride")?.Value);
}
