using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>What a rendering consists of, and what of the environment is not in it.</summary>
internal sealed record ManifestIndex
{
    public required string Project { get; init; }

    public required string Stack { get; init; }

    public required ManifestSource Source { get; init; }

    public required ValueList<ManifestStep> Steps { get; init; }

    /// <summary>Managed by other providers: what something in the cluster depends on, directly or not.</summary>
    public required ValueList<PlannedResource> ReliesOn { get; init; }

    /// <summary>Managed by other providers: what nothing in the cluster depends on.</summary>
    public required ValueList<PlannedResource> Others { get; init; }

    /// <summary>Objects that something else owns and the program changes.</summary>
    public required ValueList<PlannedResource> Patches { get; init; }

    /// <summary>There already; the program only looks at them.</summary>
    public required ValueList<PlannedResource> Reads { get; init; }

    /// <summary>Previewed, but not there in an update.</summary>
    public required ValueList<PlannedResource> PreviewOnly { get; init; }

    /// <summary>Kinds of custom resources, as <c>Kind.group</c>, that no object of this rendering defines: a chart does, or the cluster has them.</summary>
    public IEnumerable<IGrouping<string, string>> FilesByCustomKind => Steps
        .SelectMany(static step => step.Undefined.Select(o => (Kind: $"{o.Kind}.{o.Group}", File: step.FileOf(o))))
        .GroupBy(static o => o.Kind, static o => o.File)
        .OrderBy(static kind => kind.Key, StringComparer.Ordinal);

    public IEnumerable<(ManifestStep Step, RenderedItem Item)> Files => Steps.SelectMany(static step => step.Items.Select(item => (step, item)));
}
