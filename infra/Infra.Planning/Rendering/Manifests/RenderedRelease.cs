using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

internal sealed record RenderedRelease : RenderedItem
{
    /// <summary>All of the resource's inputs, without secrets; <see cref="RenderedItem.Values"/> are the chart's.</summary>
    public required ValueMap Options { get; init; }

    public string Chart => Text("chart") ?? "";

    public string? Version => Text("version");

    public string? Repository =>
        Options.GetValueOrDefault("repositoryOpts") is PlanValue.Object { Properties: var repository } && repository.GetValueOrDefault("repo") is PlanValue.String { Value: var url }
            ? url
            : null;

    public override string FileName => ManifestFileName.Of([Namespace, Name], ".values.yaml");

    public string? Text(string option) => Options.GetValueOrDefault(option) is PlanValue.String { Value: var text } ? text : null;
}
