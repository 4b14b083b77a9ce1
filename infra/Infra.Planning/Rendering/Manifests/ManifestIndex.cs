using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>What a rendering consists of, and what of the environment is not in it.</summary>
internal sealed record ManifestIndex
{
    public required string Project { get; init; }

    public required string Stack { get; init; }

    public required ValueList<ManifestStep> Steps { get; init; }

    /// <summary>Managed by other providers: what the manifests rely on.</summary>
    public required ValueList<PlannedResource> Others { get; init; }

    /// <summary>Kinds of custom resources, as <c>Kind.group</c>, that no object of this rendering defines: a chart does, or the cluster has them.</summary>
    public required ValueList<string> CustomKinds { get; init; }

    /// <summary>Objects that something else owns and the program changes.</summary>
    public required ValueList<PlannedResource> Patches { get; init; }

    /// <summary>There already; the program only looks at them.</summary>
    public required ValueList<PlannedResource> Reads { get; init; }

    /// <summary>Previewed, but not there in an update.</summary>
    public required ValueList<PlannedResource> PreviewOnly { get; init; }

    public IEnumerable<(ManifestStep Step, RenderedItem Item)> Files => Steps.SelectMany(static step => step.Items.Select(item => (step, item)));
}
