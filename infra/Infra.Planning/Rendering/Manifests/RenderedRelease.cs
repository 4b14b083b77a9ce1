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

    /// <summary>Where a value of the inputs is in the file, which holds the chart's values only; the other inputs are options of the release.</summary>
    public static string PathInFile(string inputPath) => inputPath switch
    {
        "values" => "(all values)",
        _ when inputPath.StartsWith("values.", StringComparison.Ordinal) => inputPath["values.".Length..],
        _ when inputPath.StartsWith("values[", StringComparison.Ordinal) => inputPath["values".Length..],
        _ => $"option {inputPath}",
    };

    public override string FileName => ManifestFileName.Of([Namespace, Name], ".values.yaml");

    public string? Text(string option) => Options.GetValueOrDefault(option) is PlanValue.String { Value: var text } ? text : null;
}
