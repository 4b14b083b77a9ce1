using Infra.Planning.Model;
using Infra.Planning.Rendering.Yaml;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>
/// An environment as files that kubectl and Helm apply: one for each object and release, in numbered folders, with a README
/// that has the commands. Or what stands in the way: then there are no files.
/// </summary>
public sealed record ManifestRendering
{
    /// <summary>Holds what the folder consists of; also the mark by which a later rendering knows the folder for its own.</summary>
    public const string IndexFile = "index.json";

    public const string ReadmeFile = "README.md";

    private ManifestRendering()
    {
    }

    /// <summary>In ordinal order of the paths.</summary>
    public ValueList<ManifestFile> Files { get; private init; } = [];

    /// <summary>One line each.</summary>
    public ValueList<string> Problems { get; private init; } = [];

    public int Objects { get; private init; }

    public int Releases { get; private init; }

    public int Steps { get; private init; }

    /// <summary>How many values are invented, and how many are redacted.</summary>
    public int Invented { get; private init; }

    public int Redacted { get; private init; }

    /// <param name="preview">What a preview of the program knows.</param>
    /// <param name="rendered">The same program's plan with nothing unknown.</param>
    /// <param name="source">Null for the environment's own file as it is.</param>
    public static ManifestRendering Of(Plan preview, Plan rendered, ManifestSource? source = null)
    {
        ArgumentNullException.ThrowIfNull(preview);
        ArgumentNullException.ThrowIfNull(rendered);

        var (items, unusable) = RenderedItems.Of(rendered.Resources, new InventedPaths(preview));
        var order = new ApplyOrder(rendered, items);
        var (levels, circle) = order.Levels();
        ValueList<string> problems = [.. unusable, .. Duplicates(items), .. circle.Select(static urn => $"{urn}: waits for itself, through its namespace or its definition")];
        if (problems.Count > 0 || levels is null)
        {
            return new ManifestRendering { Problems = problems };
        }

        var steps = ManifestSteps.Of(rendered, items, levels, order.Needed);
        return Of(Index(preview, rendered, source ?? ManifestSource.Of(rendered.Stack), steps, order.NeededByItems()), items);
    }

    private static ManifestRendering Of(ManifestIndex index, List<RenderedItem> items) => new()
    {
        Files =
        [
            .. index.Files
                .Select(file => new ManifestFile(file.Step.FileOf(file.Item), () => TextOf(index.Stack, file.Step, file.Item)))
                .Append(new ManifestFile(ReadmeFile, () => ManifestReadme.Of(index)))
                .Append(new ManifestFile(IndexFile, () => ManifestIndexJson.ToText(index)))
                .OrderBy(static file => file.Path, StringComparer.Ordinal),
        ],
        Objects = items.Count(static item => item is RenderedObject),
        Releases = items.Count(static item => item is RenderedRelease),
        Steps = index.Steps.Count,
        Invented = items.Sum(static item => item.IsHidden ? 1 : item.Invented.Count),
        Redacted = items.Sum(static item => item.Redacted.Count),
    };

    private static ManifestIndex Index(Plan preview, Plan rendered, ManifestSource source, ValueList<ManifestStep> steps, IReadOnlySet<Urn> needed)
    {
        var kinds = rendered.Resources.ToLookup(ManifestKinds.Of);
        var planned = rendered.Resources.Select(static resource => resource.Urn).ToHashSet();
        return new ManifestIndex
        {
            Project = rendered.Project,
            Stack = rendered.Stack,
            Source = source,
            Steps = steps,
            ReliesOn = [.. kinds[ManifestKind.Other].Where(resource => needed.Contains(resource.Urn))],
            Others = [.. kinds[ManifestKind.Other].Where(resource => !needed.Contains(resource.Urn))],
            Patches = [.. kinds[ManifestKind.Patch]],
            Reads = [.. kinds[ManifestKind.Read]],
            PreviewOnly = [.. preview.Resources.Where(resource => !planned.Contains(resource.Urn))],
        };
    }

    private static string TextOf(string environment, ManifestStep step, RenderedItem item)
    {
        var header = item is RenderedRelease release
            ? ManifestHeader.OfRelease(release, environment, HelmCommand.Of(release, step.FileOf(release), step.Cluster))
            : ManifestHeader.Of(item, environment);
        return string.Concat(header.Select(static line => line + "\n")) + YamlText.Of(item.Values);
    }

    /// <summary>An object that two resources make is one that neither owns.</summary>
    private static IEnumerable<string> Duplicates(IEnumerable<RenderedItem> items) => items
        .GroupBy(static item => (item.Resource.Provider, Identity: IdentityOf(item)))
        .Where(static same => same.Count() > 1)
        .Select(static same => $"{same.Last().Resource.Urn}: is {same.Key.Identity}, which {same.First().Resource.Urn} is already");

    private static string IdentityOf(RenderedItem item) => item is RenderedObject { Group: var group, Kind: var kind } o
        ? $"the {kind}{(group.Length > 0 ? $".{group}" : "")} '{(o.Namespace.Length > 0 ? $"{o.Namespace}/" : "")}{o.Name}'"
        : $"the release '{item.Namespace}/{item.Name}'";
}
